import Yams

/// Decodes what a stage wants of its options from a node of YAML: texts, numbers, truth values, lists and maps.
///
/// `YAMLDecoder` does more (tags, anchors, merged keys), and compiles regular expressions for that, which takes a program
/// that starts longer than all its lexicons.
struct NodeDecoder: Decoder {
  let node: Node
  var codingPath: [any CodingKey] = []
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard let mapping = node.mapping else { throw mismatch(type, "a map") }
    return KeyedDecodingContainer(Keyed(mapping: mapping, codingPath: codingPath))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard let sequence = node.sequence else { throw mismatch([Any].self, "a list") }
    return Unkeyed(sequence: sequence, codingPath: codingPath)
  }

  func singleValueContainer() throws -> any SingleValueDecodingContainer { self }

  private func mismatch(_ type: Any.Type, _ wanted: String) -> DecodingError {
    .typeMismatch(type, .init(codingPath: codingPath, debugDescription: "not \(wanted)"))
  }

  private func scalar<Value: ScalarConstructible>(_ type: Value.Type, _ wanted: String) throws -> Value {
    guard let scalar = node.scalar, let value = Value.construct(from: scalar) else { throw mismatch(type, wanted) }
    return value
  }
}

extension NodeDecoder: SingleValueDecodingContainer {
  func decodeNil() -> Bool { node.null != nil }
  func decode(_ type: String.Type) throws -> String { try scalar(type, "a text") }
  func decode(_ type: Bool.Type) throws -> Bool { try scalar(type, "true or false") }
  func decode(_ type: Double.Type) throws -> Double { try scalar(type, "a number") }
  func decode(_ type: Float.Type) throws -> Float { try scalar(type, "a number") }
  func decode(_ type: Int.Type) throws -> Int { try scalar(type, "a whole number") }
  func decode(_ type: Int8.Type) throws -> Int8 { try scalar(type, "a whole number") }
  func decode(_ type: Int16.Type) throws -> Int16 { try scalar(type, "a whole number") }
  func decode(_ type: Int32.Type) throws -> Int32 { try scalar(type, "a whole number") }
  func decode(_ type: Int64.Type) throws -> Int64 { try scalar(type, "a whole number") }
  func decode(_ type: UInt.Type) throws -> UInt { try scalar(type, "a whole number") }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try scalar(type, "a whole number") }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try scalar(type, "a whole number") }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try scalar(type, "a whole number") }
  func decode(_ type: UInt64.Type) throws -> UInt64 { try scalar(type, "a whole number") }

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    // Lists and maps of these come here for their elements.
    switch type {
    case is String.Type: try taken(decode(String.self), as: type)
    case is Double.Type: try taken(decode(Double.self), as: type)
    case is Int.Type: try taken(decode(Int.self), as: type)
    case is Bool.Type: try taken(decode(Bool.self), as: type)
    default: try Value(from: self)
    }
  }

  private func taken<Value>(_ value: Any, as type: Value.Type) throws -> Value {
    guard let value = value as? Value else { throw mismatch(type, "\(type)") }
    return value
  }
}

extension NodeDecoder {
  private struct Keyed<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let mapping: Node.Mapping
    let codingPath: [any CodingKey]

    var allKeys: [Key] { mapping.keys.compactMap { $0.string.flatMap(Key.init(stringValue:)) } }
    func contains(_ key: Key) -> Bool { mapping.value(of: key.stringValue) != nil }

    private func decoder(_ key: any CodingKey) throws -> NodeDecoder {
      guard let node = mapping.value(of: key.stringValue) else {
        throw DecodingError.keyNotFound(key, .init(codingPath: codingPath, debugDescription: "no such key"))
      }
      return NodeDecoder(node: node, codingPath: codingPath + [key])
    }

    func decodeNil(forKey key: Key) throws -> Bool { try decoder(key).decodeNil() }
    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
      try decoder(key).decode(type)
    }
    func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
      try decoder(key).container(keyedBy: type)
    }
    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
      try decoder(key).unkeyedContainer()
    }
    func superDecoder() throws -> any Decoder { NodeDecoder(node: .mapping(mapping), codingPath: codingPath) }
    func superDecoder(forKey key: Key) throws -> any Decoder { try decoder(key) }
  }

  private struct Unkeyed: UnkeyedDecodingContainer {
    let sequence: Node.Sequence
    let codingPath: [any CodingKey]
    private(set) var currentIndex = 0

    init(sequence: Node.Sequence, codingPath: [any CodingKey]) {
      (self.sequence, self.codingPath) = (sequence, codingPath)
    }

    var count: Int? { sequence.count }
    var isAtEnd: Bool { currentIndex >= sequence.count }

    private struct Place: CodingKey {
      var intValue: Int?
      var stringValue: String { intValue.map(String.init) ?? "" }
      init(intValue: Int) { self.intValue = intValue }
      init?(stringValue: String) { return nil }
    }

    /// The decoder of the next element, which is passed over if the body does not throw.
    private mutating func next<Value>(_ body: (NodeDecoder) throws -> Value) throws -> Value {
      let path = codingPath + [Place(intValue: currentIndex)]
      guard !isAtEnd else {
        throw DecodingError.valueNotFound(
          Value.self, .init(codingPath: path, debugDescription: "the list is too short"))
      }
      let value = try body(NodeDecoder(node: sequence[currentIndex], codingPath: path))
      currentIndex += 1
      return value
    }

    mutating func decodeNil() throws -> Bool {
      let isNil = !isAtEnd && sequence[currentIndex].null != nil
      if isNil { currentIndex += 1 }
      return isNil
    }
    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try next { try $0.decode(type) } }
    mutating func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
      try next { try $0.container(keyedBy: type) }
    }
    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
      try next { try $0.unkeyedContainer() }
    }
    mutating func superDecoder() throws -> any Decoder { try next { $0 } }
  }
}

extension Node.Mapping {
  /// The value of a key that is a text. To ask by a node would resolve the tags of both.
  func value(of key: String) -> Node? { first { $0.key.scalar?.string == key }?.value }
}
