import Documents
import Lexicons

/// The closed classes of English with their tags, as ids of one vocabulary.
public struct FunctionWords: Sendable {
  /// By id, as far as these words go: they have the first ids of their vocabulary.
  private var tags: [UPOS?] = []
  /// By id, a bit for each group.
  private var groups: [UInt8] = []

  /// Words that rules ask for.
  public enum Group: UInt8, Sendable, CaseIterable {
    case weekdays, timeWords, auxiliaries, negations, relatives, complementizers, prepositions, determiners
  }

  public init(vocabulary: inout Vocabulary) {
    for (group, tag, list) in FunctionWords.lists {
      let bytes = Array(list.utf8)
      for word in bytes.split(separator: UInt8(ascii: " ")) {
        let id = Int(vocabulary.intern(bytes, word.indices))
        if id >= tags.count {
          tags += repeatElement(nil, count: id + 1 - tags.count)
          groups += repeatElement(0, count: id + 1 - groups.count)
        }
        if let tag, tags[id] == nil { tags[id] = tag }
        if let group { groups[id] |= 1 << group.rawValue }
      }
    }
  }

  public func tag(of id: Int32) -> UPOS? { Int(id) < tags.count ? tags[Int(id)] : nil }

  public func contains(_ id: Int32, in group: Group) -> Bool {
    Int(id) < groups.count && groups[Int(id)] & 1 << group.rawValue != 0
  }

  private static let lists: [(Group?, UPOS?, String)] = [
    (nil, .pron, "i you he she it we they me him her us them himself herself itself themselves myself ourselves"),
    (nil, .pron, "someone somebody anyone anybody everyone everybody nobody nothing something anything everything"),
    (nil, .pron, "others mine yours hers ours theirs one"),
    (.relatives, .pron, "who whom which whose what whoever"),
    (.determiners, .det, "a an the this that these those some any each every no another both either neither all"),
    (.determiners, .det, "my your his its our their several many few most much more such other half"),
    (
      .auxiliaries, .aux,
      "be am is are was were been being has have had having do does did 's 're 've 'd 'm get gets got getting"
    ),
    (nil, .aux, "will would shall should can could may might must ought ca wo 'll need cannot"),
    (.negations, .part, "not n't never"),
    (nil, .cconj, "and but or nor yet"),
    (.complementizers, .sconj, "that whether if"),
    (
      nil, .sconj,
      "because although though while whereas unless until since when whenever where after before once lest as even"
    ),
    (
      .prepositions, .adp,
      "of in on at by for from with about against between into through during without within among across behind under"
    ),
    (
      .prepositions, .adp,
      "over above below toward towards upon despite per via near amid amidst following including regarding concerning"
    ),
    (.prepositions, .adp, "like unlike to up down off out around along than beyond inside outside throughout onto"),
    (nil, .adv, "also then now later earlier again still just only too very already soon here there however instead"),
    (nil, .adv, "therefore thus meanwhile recently repeatedly previously once twice ever often always sometimes"),
    (nil, .adv, "perhaps maybe almost quite rather so well further indeed nevertheless nonetheless moreover"),
    (nil, .adv, "how why together away back ago yesterday today tomorrow tonight early late"),
    (.weekdays, nil, "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun"),
    (.weekdays, nil, "january february march april may june july august september october november december"),
    (.weekdays, nil, "jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec."),
    (
      .timeWords, nil,
      "yesterday today tomorrow tonight morning afternoon evening night week month year weekend later earlier late early"
    ),
    (.timeWords, nil, "last next this ago day monday's recently"),
    (
      nil, .adj,
      "new old big small high low good bad great former senior top major recent early late own same first last"
    ),
    (nil, .adj, "next second third political economic military public national local international foreign federal"),
    (
      nil, .num, "one two three four five six seven eight nine ten eleven twelve dozen hundred thousand million billion"
    ),
    (nil, .verb, "go goes went gone going come comes came coming make makes made making take takes took taken taking"),
    (nil, .verb, "give gives gave given giving keep keeps kept keeping let lets run runs ran running use uses used"),
    (nil, .verb, "become becomes became put puts hold holds held holding bring brings brought leave leaves left"),
    (nil, .verb, "help helps helped begin begins began start starts started stop stops stopped lack lacks lacked"),
    (nil, .verb, "face faces faced win wins won lose loses lost send sends sent meet meets met work works worked"),
  ]
}
