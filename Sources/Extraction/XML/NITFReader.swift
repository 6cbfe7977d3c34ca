import Documents

/// Reads NITF, the News Industry Text Format (IPTC, version 3).
struct NITFReader {
  let tree: MarkupTree
  let root: Int

  func read(_ builder: inout TextBuilder, _ metadata: inout Metadata) {
    let head = tree.first("body.head", in: root)
    let title =
      head.flatMap { tree.firstText("hl1", in: $0) ?? tree.firstText("hedline", in: $0) }
      ?? tree.firstText("title", in: root)
    metadata.title = title
    if let title { builder.append(title, .headline) }
    if let head { readHead(head, &builder, &metadata) }
    readDocumentData(&metadata)
    let blocks = XMLBlocks(
      tree: tree, kinds: XMLBlocks.common,
      skipped: ["media-metadata", "media-reference", "body.head", "body.end", "head", "media-object", "object.title"])
    if let content = tree.first("body.content", in: root) ?? tree.first("body", in: root) {
      blocks.append(content, to: &builder)
    }
    for tagline in tree.first("body.end", in: root).map({ tree.all("tagline", in: $0) }) ?? [] {
      builder.append(tree.text(of: tagline), .boilerplate)
    }
  }

  private func readHead(_ head: Int, _ builder: inout TextBuilder, _ metadata: inout Metadata) {
    for deck in tree.all("hl2", in: head) { builder.append(tree.text(of: deck), .deck) }
    for abstract in tree.all("abstract", in: head) { builder.append(tree.text(of: abstract), .deck) }
    for byline in tree.all("byline", in: head) {
      let text = tree.text(of: byline)
      builder.append(text, .byline)
      let people = tree.all("person", in: byline).map { tree.text(of: $0) }
      metadata.authors += people.isEmpty ? Byline.authors(in: text) : people.filter(AuthorNames.isName)
    }
    if let dateline = tree.first("dateline", in: head) {
      builder.append(tree.text(of: dateline), .dateline)
      if let date = tree.first("story.date", in: dateline) {
        metadata.date = DateReader.read(tree.value(.norm, of: date) ?? tree.text(of: date))?.iso
      }
    }
    if let distributor = tree.firstText("distributor", in: head) { metadata.site = distributor }
  }

  private func readDocumentData(_ metadata: inout Metadata) {
    if let issued = tree.first("date.issue", in: root).flatMap({ tree.value(.norm, of: $0) }) {
      metadata.date = DateReader.read(issued)?.iso ?? metadata.date
    }
    if let publication = tree.first("pubdata", in: root) {
      metadata.site = tree.value(.name, of: publication) ?? metadata.site
      metadata.section = metadata.section ?? tree.value(.positionSection, of: publication)
      metadata.date =
        metadata.date ?? tree.value(.datePublication, of: publication).flatMap { DateReader.read($0)?.iso }
    }
    metadata.language = tree.value(.lang, of: root).map { String($0.prefix { $0.isLetter }).lowercased() }
    for type in tree.all("tobject", in: root) {
      metadata.genre = metadata.genre ?? tree.value(.tobjectType, of: type).flatMap(GenreReader.section)
    }
    for property in tree.all("tobject.property", in: root) {
      metadata.genre = metadata.genre ?? tree.value(.tobjectPropertyType, of: property).flatMap(GenreReader.section)
    }
    metadata.genre =
      metadata.genre ?? metadata.section.flatMap(GenreReader.section)
      ?? metadata.title.flatMap(GenreReader.label)
  }
}
