/// A token's form without what rarely matters to syntax: capitals are lowered, digits become 0, and typographic
/// quotation marks, apostrophes, dashes and ellipses become the ASCII ones that treebanks use.
package struct FoldedForm {
  /// Longer tokens (addresses, mostly) are cut to this.
  package static let limit = 48

  /// Up to ``limit`` bytes, of which `count` are used.
  package let bytes = Scratch<UInt8>(capacity: FoldedForm.limit + 8, filler: 0)
  package private(set) var count = 0
  package private(set) var form = WordForm()

  package init() {}

  /// Folds one token of the text.
  @inline(__always)
  package mutating func read(_ text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) {
    count = 0
    var uppers = 0
    var lowers = 0
    var shape = WordForm()
    var startsUpper = false
    var position = start
    while position < end, count < FoldedForm.limit {
      let byte = text[position]
      position += 1
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"):
        lowers += 1
        put(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        if count == 0 { startsUpper = true }
        uppers += 1
        put(byte | 0x20)
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        shape.hasDigit = true
        put(UInt8(ascii: "0"))
      case UInt8(ascii: "-"):
        shape.hasHyphen = true
        put(byte)
      case UInt8(ascii: "."):
        shape.hasStop = true
        put(byte)
      case 0xC3 where position < end:
        shape.isNonASCII = true
        let next = text[position]
        position += 1
        let isUpper = next >= 0x80 && next <= 0x9E && next != 0x97
        if isUpper { uppers += 1 } else { lowers += 1 }
        if isUpper, count == 0 { startsUpper = true }
        put(byte)
        put(isUpper ? next | 0x20 : next)
      case 0xE2 where position + 1 < end && text[position] == 0x80:
        let mark = text[position + 1]
        position += 2
        putPunctuation(mark, &shape)
      case 0x80...:
        shape.isNonASCII = true
        lowers += 1
        put(byte)
      default:
        shape.hasOther = true
        put(byte)
      }
    }
    shape.hasLetter = uppers + lowers > 0
    if uppers == 0 {
      shape.capitals = .none
    } else if lowers == 0 {
      shape.capitals = uppers == 1 ? .single : .all
    } else {
      shape.capitals = startsUpper && uppers == 1 ? .initial : .mixed
    }
    form = shape
  }

  @inline(__always)
  private mutating func put(_ byte: UInt8) {
    bytes[count] = byte
    count += 1
  }

  private mutating func put(_ byte: UInt8, times: Int) {
    for _ in 0..<times { put(byte) }
  }

  /// The third byte of a mark in U+2000…U+203F.
  private mutating func putPunctuation(_ mark: UInt8, _ shape: inout WordForm) {
    switch mark {
    case 0x98, 0x99: put(UInt8(ascii: "'"), times: 1)
    case 0x9C, 0x9E: put(UInt8(ascii: "`"), times: 2)
    case 0x9D: put(UInt8(ascii: "'"), times: 2)
    case 0x90, 0x91, 0x94:
      put(UInt8(ascii: "-"), times: mark == 0x94 ? 2 : 1)
      shape.hasHyphen = true
    case 0xA6:
      put(UInt8(ascii: "."), times: 3)
      shape.hasStop = true
    default:
      put(0xE2)
      put(0x80)
      put(mark)
      shape.isNonASCII = true
    }
    shape.hasOther = true
  }

  /// The hash of the folded form.
  package var hash: UInt64 {
    var hasher = ByteHasher()
    for index in 0..<count { hasher.add(bytes[index]) }
    return hasher.value
  }

  /// The last `length` bytes as a number; shorter forms give all that they have.
  @inline(__always)
  package var tail: UInt64 {
    var tail: UInt64 = 0
    var index = max(0, count - 8)
    while index < count {
      tail = tail << 8 | UInt64(bytes[index])
      index += 1
    }
    return tail
  }

  /// The first three bytes as a number.
  @inline(__always)
  package var front: UInt64 {
    let a = UInt64(bytes[0])
    let b = count > 1 ? UInt64(bytes[1]) : 0
    let c = count > 2 ? UInt64(bytes[2]) : 0
    return count == 0 ? 0 : a | b << 8 | c << 16
  }
}
