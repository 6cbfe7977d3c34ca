import Linguistics

/// Words that the learned scorer does not tell apart, so that nothing is learned of whom they name: terms for ethnic,
/// religious, national, gender and sexual groups are one symbol, and a word for a woman is that for a man. Names have a
/// symbol of their own (``MaskedWords``).
package enum GroupWords {
  static let group: UInt64 = 6

  /// What stands for a word; the word itself for most.
  static func leveled(_ word: UInt64) -> UInt64 { symbols[word] ?? word }

  /// Whether a word, by its hash, is a term for a group or for people of one gender.
  package static func contains(_ word: UInt64) -> Bool { symbols[word] != nil }

  private static let symbols: [UInt64: UInt64] = {
    var symbols: [UInt64: UInt64] = [:]
    for word in groups.split(whereSeparator: \.isWhitespace) { symbols[hash(of: word.utf8)] = group }
    for pair in feminine.split(whereSeparator: \.isWhitespace) {
      let words = pair.split(separator: ":")
      guard let first = words.first, let last = words.last else { continue }
      symbols[hash(of: first.utf8)] = hash(of: last.utf8)
    }
    return symbols
  }()

  private static let groups = """
    woman women man men girl girls boy boys lady ladies gentleman gentlemen guy guys female females male males feminine
    masculine womanhood manhood gay gays lesbian lesbians homosexual homosexuals heterosexual heterosexuals bisexual
    bisexuals transgender transgendered trans transsexual transsexuals nonbinary non-binary queer queers lgbt lgbtq
    same-sex black blacks white whites brown colored coloured caucasian caucasians indigenous aboriginal aborigine
    aborigines native natives native-born foreign-born biracial mixed-race nonwhite non-white hispanic hispanics latino
    latinos latina latinas latinx asian asians african africans african-american african-americans asian-american
    asian-americans arab arabs gypsy gypsies ethnic ethnicity ethnically racial racially tribal tribe tribes minority
    minorities immigrant immigrants migrant migrants emigrant emigrants foreigner foreigners expatriate expatriates
    expat expats muslim muslims islamic christian christians jew jews jewish catholic catholics protestant protestants
    evangelical evangelicals hindu hindus sikh sikhs buddhist buddhists mormon mormons atheist atheists sunni sunnis
    shia shias shiite shiites pagan pagans heathen heathens infidel infidels
    """

  /// Each with what it counts as. *Her* is either *him* or *his*: all such forms are *he*.
  private static let feminine = """
    she:he her:he hers:he herself:himself him:he his:he wife:husband wives:husbands mother:father mothers:fathers
    mom:dad moms:dads mum:dad mums:dads daughter:son daughters:sons sister:brother sisters:brothers aunt:uncle
    niece:nephew nieces:nephews grandmother:grandfather grandmothers:grandfathers widow:widower widows:widowers
    girlfriend:boyfriend girlfriends:boyfriends bride:groom queen:king queens:kings princess:prince
    princesses:princes duchess:duke actress:actor actresses:actors waitress:waiter waitresses:waiters hostess:host
    heroine:hero heroines:heroes goddess:god goddesses:gods nun:monk nuns:monks
    spokeswoman:spokesman spokeswomen:spokesmen chairwoman:chairman chairwomen:chairmen congresswoman:congressman
    congresswomen:congressmen councilwoman:councilman councilwomen:councilmen assemblywoman:assemblyman
    assemblywomen:assemblymen businesswoman:businessman businesswomen:businessmen policewoman:policeman
    policewomen:policemen servicewoman:serviceman servicewomen:servicemen stateswoman:statesman
    stateswomen:statesmen saleswoman:salesman saleswomen:salesmen sportswoman:sportsman sportswomen:sportsmen
    alderwoman:alderman alderwomen:aldermen anchorwoman:anchorman gunwoman:gunman
    """
}
