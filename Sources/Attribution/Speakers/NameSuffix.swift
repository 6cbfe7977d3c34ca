/// Words that follow a hyphen behind a name without being part of it: *Seoul-based*, *Soviet-era*.
enum NameSuffix {
  static func isWord(_ bytes: ArraySlice<UInt8>) -> Bool { words.contains(Array(bytes)) }

  private static let words: Set<[UInt8]> = Set(
    """
    based led born era area style wide run owned held made like level time term old day year funded backed built bred \
    ruled aided armed bound linked free only type class sized size pro anti war peace deal talks plan pact tie ties \
    trade sea land side line front zone party rate age aged and or to of in on for by with the a an long short high low
    """.split(separator: " ").map { Array($0.utf8) })
}
