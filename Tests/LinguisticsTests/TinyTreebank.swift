import Documents
import Linguistics
import ModelFiles
import Testing
import Training

/// A few invented sentences, and a model that was trained on nothing else.
enum TinyTreebank {
  /// One line a sentence: `form|UPOS|XPOS|head|relation|lemma …`
  private static let lines = [
    "The|DET|DT|2|det|the mayor|NOUN|NN|3|nsubj|mayor spoke|VERB|VBD|0|root|speak .|PUNCT|.|3|punct|.",
    "The|DET|DT|2|det|the council|NOUN|NN|3|nsubj|council voted|VERB|VBD|0|root|vote .|PUNCT|.|3|punct|.",
    "A|DET|DT|2|det|a farmer|NOUN|NN|3|nsubj|farmer praised|VERB|VBD|0|root|praise the|DET|DT|5|det|the"
      + " mayor|NOUN|NN|3|obj|mayor .|PUNCT|.|3|punct|.",
    "The|DET|DT|2|det|the mayor|NOUN|NN|3|nsubj|mayor praised|VERB|VBD|0|root|praise a|DET|DT|5|det|a"
      + " farmer|NOUN|NN|3|obj|farmer .|PUNCT|.|3|punct|.",
    "She|PRON|PRP|2|nsubj|she said|VERB|VBD|0|root|say the|DET|DT|4|det|the mayor|NOUN|NN|5|nsubj|mayor"
      + " lied|VERB|VBD|2|ccomp|lie .|PUNCT|.|2|punct|.",
    "He|PRON|PRP|2|nsubj|he said|VERB|VBD|0|root|say a|DET|DT|4|det|a farmer|NOUN|NN|5|nsubj|farmer"
      + " voted|VERB|VBD|2|ccomp|vote .|PUNCT|.|2|punct|.",
  ]

  static func row(_ number: Int, _ word: Substring) -> String {
    let parts = word.split(separator: "|").map(String.init)
    return [String(number), parts[0], parts[5], parts[1], parts[2], "_", parts[3], parts[4], "_", "_"]
      .joined(separator: "\t") + "\n"
  }

  static let conllu: String = {
    var text = ""
    for (number, line) in lines.enumerated() {
      if number % 2 == 0 { text += "# newdoc id = invented-\(number)\n" }
      for (index, word) in line.split(separator: " ").enumerated() { text += row(index + 1, word) }
      text += "\n"
    }
    return text
  }()

  static func sentences() throws -> [TreebankSentence] {
    try Treebank.read((0..<6).map { _ in (path: "invented.conllu", bytes: Array(conllu.utf8)) })
  }

  static func train(jobs: Int = 2) async throws -> [UInt8] {
    var training = SyntaxTraining()
    training.jobs = jobs
    training.version = "invented 1"
    training.taggerEpochs = 4
    training.parserEpochs = 5
    // Not a divisor of the documents in a file, or no fold would ever see the words of those that it tags.
    training.folds = 4
    training.minimumUpdates = 1
    return try await training.train(try sentences()) { _ in }
  }
}

/// Trains once for all tests.
actor TinyModel {
  static let shared = TinyModel()
  private var made: [UInt8]?

  func bytes() async throws -> [UInt8] {
    if let made { return made }
    let bytes = try await TinyTreebank.train()
    made = bytes
    return bytes
  }

  func model() async throws -> LinguisticModel { try LinguisticModel(ModelFile(bytes: try await bytes())) }
}
