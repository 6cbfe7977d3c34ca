import Documents

extension RecordView {
  /// The view with persons under pseudonyms in every name, and their names blotted out of every text, code point for
  /// code point: offsets stay as they are.
  ///
  /// Ids of documents, paths and addresses stay: they lead back to the passage, for those who may read it.
  func pseudonymised(_ pseudonyms: Pseudonyms) -> RecordView {
    var view = self
    let mask = NameMask(names: personNames(), bylines: authorNames())
    view.shown = mask.applied(to: text)
    for index in (speakers ?? []).indices {
      view.speakers?[index] = replaced(speakers?[index], pseudonyms, mask)
    }
    for index in (targets ?? []).indices {
      guard let target = targets?[index], target.kind == .person else { continue }
      view.targets?[index].id = pseudonyms.id(for: target.id)
      view.targets?[index].name = pseudonyms.name(for: target.name)
    }
    view.metadata.authors = metadata.authors.map { isPublication($0) ? $0 : pseudonyms.name(for: $0) }
    view.metadata.title = metadata.title.map(mask.applied)
    view.warnings = warnings.map { Warning(code: $0.code, mask.applied(to: $0.message)) }
    return view
  }
}

extension RecordView {
  private func isPublication(_ name: String) -> Bool { name == metadata.site }

  private func isPerson(_ speaker: Speaker) -> Bool {
    switch speaker.kind {
    case .person: true
    case .author: speaker.name.map { !isPublication($0) } ?? false
    case .organization, .group, .country, .unnamed: false
    }
  }

  private func replaced(_ speaker: Speaker?, _ pseudonyms: Pseudonyms, _ mask: NameMask) -> Speaker {
    guard var speaker else { return Speaker(id: "", name: nil, kind: .unnamed) }
    if isPerson(speaker) {
      speaker.id = pseudonyms.id(for: speaker.id)
      speaker.name = speaker.name.map(pseudonyms.name)
      // An alias says nothing beside the pseudonym.
      speaker.aliases = []
    } else if speaker.kind == .unnamed {
      speaker.name = speaker.name.map(mask.applied)
      speaker.aliases = speaker.aliases.map(mask.applied)
    }
    speaker.role = speaker.role.map(mask.applied)
    return speaker
  }

  private func authorNames() -> [String] { metadata.authors.filter { !isPublication($0) } }

  /// Every name by which the document calls a person, as far as any stage has found it.
  private func personNames() -> [String] {
    var names: [String] = []
    for speaker in speakers ?? [] where isPerson(speaker) {
      if let name = speaker.name { names.append(name) }
      names += speaker.aliases
    }
    for target in targets ?? [] where target.kind == .person {
      names.append(target.name)
      for mention in target.mentions where mention.form == .name || mention.form == .alias {
        names.append(text.string(mention.span))
      }
    }
    let tokens = tokens ?? []
    for entity in entities where entity.kind == .person {
      guard let first = entity.tokens.first, let last = entity.tokens.last, tokens.indices.contains(first),
        tokens.indices.contains(last)
      else { continue }
      names.append(text.string(tokens[first].span.union(tokens[last].span)))
    }
    return names
  }
}
