/// What the words of classes, ids and roles say of an element, as a set of bits.
struct Hint: OptionSet, Sendable, Hashable {
  let rawValue: UInt32

  static let body = Hint(rawValue: 1 << 0)
  static let comment = Hint(rawValue: 1 << 1)
  static let related = Hint(rawValue: 1 << 2)
  static let share = Hint(rawValue: 1 << 3)
  static let newsletter = Hint(rawValue: 1 << 4)
  static let caption = Hint(rawValue: 1 << 5)
  static let byline = Hint(rawValue: 1 << 6)
  static let date = Hint(rawValue: 1 << 7)
  static let deck = Hint(rawValue: 1 << 8)
  static let headline = Hint(rawValue: 1 << 9)
  static let biography = Hint(rawValue: 1 << 10)
  static let navigation = Hint(rawValue: 1 << 11)
  static let advertisement = Hint(rawValue: 1 << 12)
  static let footer = Hint(rawValue: 1 << 13)
  static let sidebar = Hint(rawValue: 1 << 14)
  static let promotion = Hint(rawValue: 1 << 15)
  static let filing = Hint(rawValue: 1 << 16)
  static let paywall = Hint(rawValue: 1 << 17)
  static let hidden = Hint(rawValue: 1 << 18)
  static let popular = Hint(rawValue: 1 << 19)
  static let form = Hint(rawValue: 1 << 20)
  static let contents = Hint(rawValue: 1 << 21)
  static let popup = Hint(rawValue: 1 << 22)
  static let gallery = Hint(rawValue: 1 << 23)
  static let header = Hint(rawValue: 1 << 24)
  static let credit = Hint(rawValue: 1 << 25)
  static let pullQuote = Hint(rawValue: 1 << 26)
  static let metaLine = Hint(rawValue: 1 << 27)
  static let list = Hint(rawValue: 1 << 28)
  static let copyright = Hint(rawValue: 1 << 29)

  /// Hints that speak against an element's text being the article's.
  static let against: Hint = [
    .comment, .related, .share, .newsletter, .biography, .navigation, .advertisement, .footer, .sidebar, .promotion,
    .filing, .paywall, .popular, .form, .popup, .contents, .copyright,
  ]

  /// Hints that speak loudest: other people's text, other articles.
  static let strong: Hint = [.comment, .related, .navigation, .footer, .sidebar]

  /// Hints by words that elements around whole articles carry as well.
  static let weak: Hint = [
    .promotion, .filing, .popular, .popup, .form, .contents, .paywall, .advertisement, .share, .biography,
  ]

  /// The hints of a class, an id or a role. Words are told apart at marks and at capitals inside them.
  static func read(_ bytes: ArraySlice<UInt8>) -> Hint {
    var result: Hint = []
    var word: UInt64 = seed
    var previous: UInt64 = 0
    var length = 0
    var index = bytes.startIndex
    func look(_ word: UInt64, _ previous: UInt64) -> Hint {
      var found = words[word] ?? []
      if previous != 0, let pair = pairs[previous &* 31 &+ word] { found.formUnion(pair) }
      return found
    }
    while index < bytes.endIndex {
      let byte = bytes[index]
      let isLetter = byte.isASCIILetter
      let startsHump = byte.isASCIIUpper && length > 0 && !bytes[index - 1].isASCIIUpper
      if !isLetter || startsHump {
        if length > 0 {
          result.formUnion(look(word, previous))
          previous = word
          word = seed
          length = 0
        }
        if byte == 0x20 { previous = 0 }
      }
      if isLetter {
        word = WordHash.step(word, byte | 0x20)
        length += 1
      }
      index += 1
    }
    if length > 0 { result.formUnion(look(word, previous)) }
    return result
  }

  private static let seed = WordHash.seed

  private static let words = HashTable(
    wordLists.flatMap { hint, list in list.split(whereSeparator: \.isWhitespace).map { (WordHash.of($0), hint) } },
    combine: { $0.union($1) })

  private static let pairs = HashTable(
    pairLists.flatMap { hint, list in
      list.split(whereSeparator: \.isWhitespace).compactMap { pair -> (UInt64, Hint)? in
        let parts = pair.split(separator: "-")
        return parts.count == 2 ? (WordHash.of(parts[0]) &* 31 &+ WordHash.of(parts[1]), hint) : nil
      }
    }, combine: { $0.union($1) })

  private static let wordLists: [(Hint, String)] = [
    (
      .body,
      """
      articlebody articletext articlecontent entrycontent postcontent storybody storytext storycontent bodytext  \
      maincontent richtext prose wysiwyg longform bodycopy articlebodytext postbody contentbody newsbody
      """
    ),
    (
      .comment,
      """
      comment comments commentlist disqus respond reply replies discussion livefyre fbcomments commenting viafoura  \
      coral commentsection commentthread hyvor spotim
      """
    ),
    (
      .related,
      """
      related recommend recommended recommendation recommendations recirc recirculation readnext outbrain taboola  \
      similar suggested suggestions zergnet upnext alsoread readmore readalso relatedposts relatedarticles interlink  \
      crosslink relatedlinks morelink furtherreading yarpp jp moreon
      """
    ),
    (.popular, "popular trending mostread latest recent topstories ticker mostpopular mostviewed headlines newsfeed"),
    (.share, "share sharing social addthis sharethis sharedaddy sharebar socials follow addtoany shareaholic sharer"),
    (
      .newsletter,
      """
      newsletter newsletters subscribe subscription signup optin mailchimp mc inbox subscriber mailing convertkit  \
      emailsignup getresponse
      """
    ),
    (.caption, "caption captions figcaption wpcaption cutline imagecaption photocaption imgcaption captiontext"),
    (.credit, "credit credits photocredit imagecredit copyrightholder attribution"),
    (.byline, "byline bylines author authors contributor contributors writer authorname authored"),
    (.biography, "bio bios authorbox authorbio biography aboutauthor postauthor authorinfo authorcard abouttheauthor"),
    (.date, "date timestamp published pubdate datetime dateline updated postdate publishdate time"),
    (
      .deck,
      "deck dek standfirst subtitle subheadline summary excerpt sapo strapline subheading lede abstract chapo teaserlead"
    ),
    (.headline, "headline title entrytitle posttitle articletitle heading hed"),
    (
      .navigation,
      """
      nav navigation navbar menu menus breadcrumb breadcrumbs pagination pager sitemap submenu topnav subnav  \
      navlinks mainnav dropdown megamenu prevnext paging
      """
    ),
    (
      .advertisement,
      """
      ad ads advert advertisement advertising sponsor sponsored sponsors dfp gpt adsense adslot adunit  \
      commercial promoted affiliate adbox adwrapper adcontainer advertorial adsbygoogle partner partners
      """
    ),
    (.footer, "footer foot footers bottombar colophon"),
    (.copyright, "copyright disclaimer legal disclosure"),
    (
      .sidebar,
      "sidebar aside rail widget widgets complementary rightcol rightrail sidecolumn secondary sidebars sticky"
    ),
    (.filing, "tags tag tagcloud topics categories keywords taxonomy taglist articletags posttags catlinks category"),
    (
      .popup,
      """
      modal popup overlay cookie cookies consent gdpr lightbox toast dialog tooltip onetrust popover interstitial  \
      offcanvas snackbar alertbar notification
      """
    ),
    (.form, "login signin search searchform form password register inputs wpforms gform contactform"),
    (.paywall, "paywall regwall piano metered subscriberonly premiumwall"),
    (.contents, "toc tableofcontents ez lwptoc jumplinks jumplink"),
    (.hidden, "hidden hide invisible visuallyhidden sronly offscreen noprint assistive accessibility screenreader"),
    (
      .promotion,
      """
      promo promos promotion teaser teasers cta callout donate donation donations membership marketing upsell  \
      card cards banner product products tile tiles carousel slider shop buy price pricing review rating ratings votes
      """
    ),
    (.gallery, "gallery slideshow slide slides video videos player media image photo picture figure"),
    (.header, "masthead topbar header hero"),
    (.pullQuote, "pullquote pullquotes blockquotepull"),
    (.metaLine, "meta metadata postmeta entrymeta articlemeta info details readtime kicker eyebrow section rubric"),
    (.list, "list grid feed items listing archive index"),
  ]

  private static let pairLists: [(Hint, String)] = [
    (
      .body,
      """
      article-body article-content article-text entry-content post-content post-body story-body story-content  \
      story-text body-content body-text main-content content-body news-content news-body news-text rich-text body-copy  \
      article-copy field-body single-content blog-content post-text page-content text-content article-main post-article  \
      content-article td-post blog-post content-text detail-content article-detail content-main content-inner
      """
    ),
    (
      .related,
      """
      more-stories more-news also-like read-more read-next see-also more-articles related-posts related-stories  \
      next-article more-from more-on also-read you-may other-articles other-posts up-next further-reading jp-relatedposts  \
      recommended-posts next-post prev-post post-navigation in-article inline-related
      """
    ),
    (.popular, "most-read most-popular top-stories latest-news recent-posts editors-picks most-viewed latest-posts"),
    (
      .biography,
      """
      author-bio author-box about-author author-info post-author author-card author-description author-profile  \
      author-about author-details author-block author-footer author-section article-author
      """
    ),
    (
      .deck,
      """
      sub-title sub-headline sub-heading article-summary article-intro article-deck article-description  \
      article-subtitle article-lead article-excerpt post-excerpt post-subtitle story-summary
      """
    ),
    (.copyright, "legal-notice"),
    (.contents, "table-of on-page"),
    (.hidden, "sr-only visually-hidden screen-reader print-only d-none is-hidden"),
    (.newsletter, "sign-up email-signup opt-in mailing-list mc-embed"),
    (.sidebar, "side-bar right-col right-column left-column side-column"),
    (.credit, "photo-credit image-credit image-source"),
    (.pullQuote, "pull-quote"),
    (.paywall, "pay-wall"),
    (.filing, "cat-links post-tags article-tags entry-tags tag-list tags-links"),
    (.comment, "comment-respond user-comments"),
  ]
}
