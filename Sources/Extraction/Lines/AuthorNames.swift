/// Splits what stands where authors are named into the people among it.
enum AuthorNames {
  /// Names in order, without duplicates; *Staff*, desks, agencies, addresses and roles are left out.
  static func split(_ text: String) -> [String] {
    var result: [String] = []
    for part in parts(of: text) {
      let name = cleaned(part)
      guard isName(name), !result.contains(where: { $0.lowercased() == name.lowercased() }) else { continue }
      result.append(name)
    }
    return Array(result.prefix(12))
  }

  /// Whether a string can be a person's name: two to six words or one, letters mostly, no office or agency.
  static func isName(_ name: String) -> Bool {
    let words = name.split(whereSeparator: \.isWhitespace)
    guard (1...6).contains(words.count), name.utf8.count >= 3, name.utf8.count <= 60 else { return false }
    guard !name.contains("@"), !name.contains("http"), !name.contains("/"), !name.contains("|") else { return false }
    guard !name.utf8.contains(where: { $0.isASCIIDigit }) else { return false }
    guard name.unicodeScalars.first.map({ $0.properties.isAlphabetic }) ?? false else { return false }
    let folded = words.map { $0.lowercased().filter { $0.isLetter || $0 == "'" } }
    // *Md* in front is a given name.
    let isOffice = folded.enumerated().contains { offices.contains($1) && !($0 == 0 && $1 == "md" && words.count > 1) }
    if isOffice { return false }
    if words.count == 1, anonymous.contains(folded[0]) { return false }
    return true
  }

  /// Whether a name is what a program puts where nobody is named.
  static func isPlaceholder(_ name: String) -> Bool {
    let words = name.lowercased().split { !$0.isLetter }.map(String.init)
    return words.isEmpty || words.allSatisfy { anonymous.contains($0) || placeholders.contains($0) }
  }

  private static let placeholders = WordList.words(
    "staff admin administrator editor editors editorial team author writer news desk newsroom reporter guest the of adminn"
  )

  /// Cut at commas, semicolons, *and*, *&*, slashes, bars and bullets.
  private static func parts(of text: String) -> [String] {
    var result: [String] = []
    var current: [Substring] = []
    func flush() {
      let joined = current.joined(separator: " ")
      if !joined.isEmpty { result.append(joined) }
      current = []
    }
    for word in text.split(whereSeparator: \.isWhitespace) {
      let folded = word.lowercased()
      if separators.contains(folded) {
        flush()
        if stops.contains(folded) { return result }
        continue
      }
      if stops.contains(folded) {
        flush()
        return result
      }
      if let last = word.last, last == "," || last == ";" || last == "|" {
        let rest = word.dropLast()
        if !rest.isEmpty { current.append(rest) }
        flush()
      } else {
        current.append(word)
      }
    }
    flush()
    // *Ada Lindqvist, MD, PhD*: degrees belong to no new person.
    return result
  }

  private static func cleaned(_ part: String) -> String {
    var name = part[...]
    let junk: Set<Character> = [" ", ".", ",", ";", ":", "-", "–", "—", "(", ")", "\"", "“", "”", "*", "•", "·", "|"]
    while let first = name.first, junk.contains(first) { name.removeFirst() }
    while let last = name.last, junk.contains(last), !name.hasSuffix("Jr.") { name.removeLast() }
    for prefix in ["by ", "written by ", "words by ", "author: ", "photos by "]
    where name.lowercased().hasPrefix(prefix) {
      name = name.dropFirst(prefix.count)
    }
    if let open = name.firstIndex(of: "("), open > name.startIndex { name = name[..<open] }
    name = withoutDegrees(name)
    let trimmed = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return isShouted(trimmed) ? capitalised(trimmed) : trimmed
  }

  /// *Ada Lindqvist, M.D. PhD* without what stands behind the name: a name of two words or more keeps its start.
  private static func withoutDegrees(_ name: Substring) -> Substring {
    var words = name.split(separator: " ")
    while words.count > 2, let last = words.last, isDegree(last) { words.removeLast() }
    guard let last = words.last else { return name }
    return name[..<last.endIndex]
  }

  private static func isDegree(_ word: Substring) -> Bool {
    degrees.contains(word.lowercased().filter { $0.isLetter })
  }

  private static let degrees = WordList.words(
    """
    md phd rd ms ma ba bs bsc msc mba mph rdn cpa jd esq dds dmd dvm vmd rn np pa do facs faap facp lcsw ldn cfp cfa pe \
    lmft psyd edd dpt ot cscs
    """)

  private static func isShouted(_ name: String) -> Bool {
    name.utf8.count > 4 && name.contains(" ") && !name.utf8.contains { $0.isASCIILower }
  }

  /// *ADA LINDQVIST-REYES* as *Ada Lindqvist-Reyes*.
  private static func capitalised(_ name: String) -> String {
    var result = ""
    var atStart = true
    for character in name {
      result += atStart ? String(character) : character.lowercased()
      atStart = !(character.isLetter)
    }
    return result
  }

  private static let separators: Set<String> = [
    "and", "&", "|", "/", "•", "·", "-", "–", "—", "with", "+", "y", "und", "et",
  ]
  /// What follows these is no name.
  private static let stops = WordList.words(
    "in for at updated published posted on is the of from covers reviewed edited medically fact-checked")
  private static let offices = WordList.words(
    """
    staff desk team editors editorial newsroom bureau agency agencies press news correspondent reporter \
    reporters writer writers editor contributor contributors admin administrator board magazine newspaper \
    times herald tribune gazette reuters afp media online daily columnist associated com www guest wire \
    service services network updated published minutes read follow twitter facebook email subscribe comments \
    january february september october november december monday tuesday wednesday thursday friday saturday \
    sunday company inc llc ltd group university institute department freelance photographer producer director \
    manager senior chief president professor phd md rd ms rdn mph cpa mba jd esq author unknown anonymous \
    about view profile posts articles share marketing blog blogger today post journal report tv radio \
    written member login full bio learn more your name conditions privacy policy expert consultant certified licensed \
    attorney engineer strategy founder reviewer reviewed grader journalism see meet former owner advisor specialist \
    therapist dietitian nutritionist coach analyst journalist read menu terms search contact category filed text size
    """)
  private static let anonymous = WordList.words(
    """
    by user root webmaster none null undefined ap pti ani ians bloomberg site web support info contact \
    content default test super us here home
    """)
}
