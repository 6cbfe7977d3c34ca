/// An encoding that a document may be in, found by any of the labels that the WHATWG Encoding Standard knows.
enum TextEncoding: Hashable, Sendable {
  case utf8
  case utf16(bigEndian: Bool)
  case utf32(bigEndian: Bool)
  /// One byte a character; the name is the standard's.
  case singleByte(String)
  /// East Asian encodings of several bytes, by the name that `iconv` knows.
  case multiByte(String)

  static let windows1252 = TextEncoding.singleByte("windows-1252")

  /// The name that messages give.
  var name: String {
    switch self {
    case .utf8: "utf-8"
    case .utf16(let big): big ? "utf-16be" : "utf-16le"
    case .utf32(let big): big ? "utf-32be" : "utf-32le"
    case .singleByte(let name), .multiByte(let name): name.lowercased()
    }
  }

  /// The encoding that a label in a document stands for; `nil` for a label that nobody knows.
  init?(label: String) {
    let folded = label.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
    guard let name = Self.names[folded] else { return nil }
    switch name {
    case "utf-8": self = .utf8
    case "utf-16le": self = .utf16(bigEndian: false)
    case "utf-16be": self = .utf16(bigEndian: true)
    case "gb18030", "big5", "euc-jp", "shift_jis", "iso-2022-jp", "euc-kr":
      self = .multiByte(Self.iconvNames[name] ?? name)
    default: self = .singleByte(name)
    }
  }

  /// Supersets that real pages mean, as WHATWG maps them.
  private static let iconvNames = [
    "gb18030": "GB18030", "big5": "BIG5-HKSCS", "euc-jp": "EUC-JP", "shift_jis": "CP932",
    "iso-2022-jp": "ISO-2022-JP", "euc-kr": "CP949",
  ]

  private static let names: [String: String] = {
    var result: [String: String] = [:]
    for line in labels.split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard let name = parts.first.map(String.init) else { continue }
      result[name] = name
      for label in (parts.count > 1 ? parts[1] : "").split(separator: " ") { result[String(label)] = name }
    }
    return result
  }()

  private static let labels = """
    utf-8: unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf8 x-unicode20utf8 utf-8-sig utf8mb4
    utf-16le: csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf16
    utf-16be: unicodefffe
    ibm866: 866 cp866 csibm866
    iso-8859-2: csisolatin2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2
    iso-8859-3: csisolatin3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3
    iso-8859-4: csisolatin4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4
    iso-8859-5: csisolatincyrillic cyrillic iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988
    iso-8859-6: arabic asmo-708 csisolatinarabic ecma-114 iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso-8859-6-i
    iso-8859-7: csisolatingreek ecma-118 elot_928 greek greek8 iso-ir-126 iso8859-7 iso88597 iso_8859-7
    iso-8859-8: csisolatinhebrew hebrew iso-8859-8-e iso-ir-138 iso8859-8 iso88598 iso_8859-8 visual iso-8859-8-i logical
    iso-8859-10: csisolatin6 iso-ir-157 iso8859-10 iso885910 l6 latin6
    iso-8859-13: iso8859-13 iso885913
    iso-8859-14: iso8859-14 iso885914
    iso-8859-15: csisolatin9 iso8859-15 iso885915 iso_8859-15 l9 latin9 latin-9
    iso-8859-16:
    koi8-r: cskoi8r koi koi8 koi8_r
    koi8-u: koi8-ru
    macintosh: csmacintosh mac x-mac-roman
    windows-874: dos-874 iso-8859-11 iso8859-11 iso885911 tis-620
    windows-1250: cp1250 x-cp1250
    windows-1251: cp1251 x-cp1251
    windows-1252: ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 \
    iso_8859-1 iso_8859-1:1987 l1 latin1 latin-1 us-ascii us x-cp1252 ansi
    windows-1253: cp1253 x-cp1253
    windows-1254: cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5 \
    x-cp1254
    windows-1255: cp1255 x-cp1255
    windows-1256: cp1256 x-cp1256
    windows-1257: cp1257 x-cp1257
    windows-1258: cp1258 x-cp1258
    gb18030: chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk
    big5: big5-hkscs cn-big5 csbig5 x-x-big5
    euc-jp: cseucpkdfmtjapanese x-euc-jp
    iso-2022-jp: csiso2022jp
    shift_jis: csshiftjis ms932 ms_kanji shift-jis sjis windows-31j x-sjis
    euc-kr: cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949
    """
}
