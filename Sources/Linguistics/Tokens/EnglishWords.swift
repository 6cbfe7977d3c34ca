/// The closed classes of English words that tokens and sentences depend on.
enum EnglishWords {
  /// Contractions written as one word, with the length of their first part: `can|not`, `gon|na`, `do|nt`.
  static let contractions = SmallWordSet([
    ("cannot", 3), ("gonna", 3), ("wanna", 3), ("gotta", 3), ("outta", 3), ("gimme", 3), ("lemme", 3),
    ("dont", 2), ("didnt", 3), ("doesnt", 4), ("cant", 2), ("wont", 2), ("isnt", 2), ("arent", 3), ("wasnt", 3),
    ("werent", 4), ("couldnt", 5), ("wouldnt", 5), ("shouldnt", 6), ("hasnt", 3), ("havent", 4), ("hadnt", 3),
    ("aint", 2), ("im", 1), ("ive", 1),
  ])

  /// What may follow an apostrophe as a clitic.
  static let clitics = SmallWordSet(words: ["s", "m", "re", "ve", "ll", "d"])

  /// Verbs that follow a quotation with their subject: “Stop!” Smith said.
  static let speech = SmallWordSet(words: [
    "said", "says", "asked", "asks", "cried", "shouted", "yelled", "replied", "added", "wrote", "told", "exclaimed",
    "called", "answered", "screamed", "wondered", "whispered", "tweeted", "continued", "recalled", "declared",
  ])

  /// Labels of a picture's credit.
  static let credits = SmallWordSet(words: [
    "image", "images", "photo", "photos", "photograph", "photographs", "picture", "pictures", "video", "credit",
    "source", "copyright", "illustration",
  ])

  /// Agencies and outlets as datelines credit them.
  static let agencies = SmallWordSet(words: [
    "ap", "afp", "upi", "ansa", "efe", "dpa", "tass", "ani", "pti", "ians", "cnn", "reuters", "xinhua", "yonhap",
    "kyodo", "bloomberg", "anadolu",
  ])

  /// Words that lost their beginning: `'em`, `'cause`.
  static let elisions = SmallWordSet(words: ["em", "cause", "til", "till", "tis", "twas", "bout", "round", "n", "cos"])

  /// Prefixes that stay with their word after a hyphen (`non-profit`); other hyphens split (`long - term`), as in the
  /// treebanks.
  static let prefixes = SmallWordSet(words: [
    "anti", "ante", "arch", "bi", "bio", "co", "counter", "cross", "de", "demi", "e", "ex", "extra", "hyper", "hypo",
    "infra", "inter", "intra", "macro", "mal", "mega", "meta", "micro", "mid", "mini", "mis", "mono", "multi", "neo",
    "non", "omni", "over", "para", "peri", "post", "pre", "pro", "proto", "pseudo", "psycho", "quasi", "re", "semi",
    "sub", "super", "supra", "tele", "trans", "tri", "ultra", "un", "uni", "under",
  ])

  /// Interjections and stutters that stay whole with their hyphens.
  static let wholeFirstParts = SmallWordSet(words: ["uh", "oh", "hm", "mm", "m", "wow", "whoo", "ha", "na"])

  /// Units that are words of their own after a number: `5 km`, `7 pm`.
  static let units = SmallWordSet(words: [
    "am", "pm", "k", "m", "mm", "cm", "km", "ft", "in", "yd", "mi", "kg", "g", "mg", "lb", "lbs", "oz", "ml", "l",
    "bn", "b", "tn", "mph", "kph", "kmh", "hr", "hrs", "h", "min", "mins", "sec", "secs", "ms", "yr", "yrs", "gb",
    "mb", "kb", "tb", "hz", "khz", "mhz", "ghz", "w", "kw", "mw", "gw", "kwh", "mwh", "gwh", "psi", "hp", "rpm", "cc",
    "pt", "px", "mp", "est", "gmt", "utc", "et", "p", "c", "f",
  ])

  /// Ends of ordinal numbers and decades: `19th`, `1960s`.
  static let ordinals = SmallWordSet(words: ["st", "nd", "rd", "th", "s"])

  /// Endings of addresses and file names that are sure without a scheme in front.
  static let domains = SmallWordSet(words: [
    "com", "org", "net", "edu", "gov", "mil", "info", "biz", "int", "io", "uk", "ca", "de", "fr", "au", "eu", "ru",
    "cn", "jp", "nl", "se", "ch", "br", "es", "pl", "tv", "news", "doc", "docx", "pdf", "xls", "xlsx", "txt", "jpg",
    "jpeg", "gif", "png", "html", "htm", "php", "asp", "ppt", "zip", "exe", "mp3", "mp4", "csv", "xml", "json", "url",
  ])

  /// Common words that are also spelt like abbreviations: an abbreviation only where the sentence clearly goes on.
  static let homographs = SmallWordSet(words: [
    "in", "no", "off", "lab", "labs", "max", "art", "prep", "pub", "sing", "lot", "is", "can", "man", "den", "fin",
    "ill", "ore", "wash", "mass", "miss", "sat", "sun", "wed", "found", "fed", "re", "id", "mil", "alt", "gal", "am",
    "bro", "card", "exp", "temp", "prop", "rev", "rep", "tech", "app", "apps", "ex", "int", "ref", "op", "ed", "min",
    "mar", "pol", "mod", "sub", "org", "cal", "spec", "gen", "reg", "var", "stat", "ext", "est", "alas", "cent",
    "arts", "cons", "bond", "chin", "deg", "mo", "mi", "ms", "mob", "info", "intro", "poss", "prob", "hosp", "para",
    "per", "subs", "tab", "r", "w", "b", "d", "m", "c", "v", "p", "se", "lib", "tem", "job", "con", "col", "sec",
    "secs", "ven", "ens", "ct", "sq", "cir", "dist", "def", "res", "sup", "del", "det", "dep", "inf", "bal", "inv",
    "lang", "coll", "cont", "diff", "env", "obj", "obs", "pers", "phys", "prod", "sci", "std", "trans", "ver", "sect",
    "figs", "pt", "pts", "ch", "cl", "ea", "us", "ga", "la", "pa", "ma", "me", "va", "ab", "ark",
  ])

  /// Function words that do not end a sentence.
  static let unfinished = SmallWordSet(words: [
    "a", "an", "the", "of", "in", "on", "at", "by", "for", "with", "from", "to", "and", "or", "but", "as", "than",
    "that",
    "which", "who", "whose", "is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "could",
    "should", "may", "might", "must", "can", "said", "says", "his", "her", "its", "their", "our", "my", "your", "after",
    "before", "when", "while", "because", "if", "since", "into", "over", "under", "between", "among", "against",
    "during", "through", "including", "like", "called", "named", "then", "also", "former", "near", "about", "until",
    "across", "around", "despite", "within", "without", "this", "these", "those", "every", "each", "some", "any", "no",
  ])

  /// Function words and adverbs that, with a capital, begin a sentence: in the middle of one they are written small.
  static let starters = SmallWordSet(words: [
    "a", "about", "after", "again", "all", "also", "although", "among", "an", "and", "another", "any", "are", "as",
    "at", "back", "because", "before", "both", "but", "by", "can", "could", "despite", "did", "do", "does", "during",
    "each", "earlier", "either", "even", "every", "few", "finally", "first", "for", "from", "further", "furthermore",
    "give", "had", "has", "have", "having", "he", "her", "here", "his", "how", "however", "i", "if", "in", "indeed",
    "instead", "is", "it", "its", "just", "last", "later", "let", "like", "many", "maybe", "meanwhile", "more",
    "moreover", "most", "much", "my", "neither", "never", "next", "no", "nor", "not", "nothing", "now", "of", "on",
    "once", "one", "only", "or", "other", "others", "our", "over", "perhaps", "please", "rather", "recently",
    "several", "she", "should", "since", "so", "some", "sometimes", "soon", "still", "such", "thank", "thanks",
    "that", "the", "their", "then", "there", "therefore", "these", "they", "this", "those", "though", "through",
    "throughout", "thus", "to", "today", "together", "too", "two", "under", "unless", "unlike", "until", "very",
    "was", "we", "well", "were", "what", "whatever", "when", "where", "whether", "which", "while", "who", "why",
    "will", "with", "within", "without", "would", "yes", "yet", "you", "your",
  ])
}
