/// What a page says around an article: phrases by which its lines are known, in HTML as in copied text.
enum Furniture: Int, Sendable {
  /// Buttons and labels: share, print, menu.
  case control
  /// The head of a list of other articles.
  case related
  /// One other article: *Read more: …*
  case link
  case newsletter
  case advertisement
  /// The head of comments or of the form for them; all that follows is theirs.
  case comments
  case copyright
  /// Tags, topics, sections.
  case filing
  /// Who wrote, edited, contributed; corrections addresses.
  case credits
  case consent
  case paywall

  /// Longer lines than this are not furniture, whatever they begin with.
  var wordLimit: Int {
    switch self {
    case .control: 12
    case .related, .comments: 14
    case .link, .filing: 32
    case .newsletter, .advertisement, .credits: 45
    case .copyright, .consent, .paywall: 70
    }
  }

  /// The furniture that a line is, if any.
  static func of(_ line: Line) -> Furniture? {
    guard line.wordCount <= 70, !line.folded.isEmpty else { return nil }
    if line.folded.first == 0xC2, line.folded.count > 1, line.folded[1] == 0xA9 { return .copyright }
    if let kind = table.match(line.folded), line.wordCount <= kind.wordLimit { return kind }
    if line.wordCount <= 30, line.contains(allRights) { return .copyright }
    if line.wordCount <= 40, line.contains(contributed), contributions.contains(where: line.contains) {
      return .credits
    }
    if line.starts(with: "follow "), line.wordCount <= 20, follows.contains(where: line.contains) { return .control }
    if line.wordCount <= 40, line.starts(with: "(reporting by ") || line.starts(with: "(writing by ") {
      return .credits
    }
    if line.wordCount <= 40, line.starts(with: "(editing by ") || line.starts(with: "(additional reporting") {
      return .credits
    }
    return nil
  }

  private static let allRights = Array("all rights reserved".utf8)
  private static let contributed = Array("contributed ".utf8)
  private static let contributions = [
    "contributed to this report", "contributed to this story", "contributed to this article", "contributed reporting",
  ]
  private static let follows = ["twitter", "facebook", "instagram", "linkedin", "on x", "google news", "@", "whatsapp"]

  private static let table = PhraseTable<Furniture>([
    (.control, controls), (.related, relatedHeads), (.link, links), (.newsletter, newsletters),
    (.advertisement, advertisements), (.comments, commentHeads), (.copyright, copyrights), (.filing, filings),
    (.credits, creditLines), (.consent, consents), (.paywall, paywalls),
  ])

  private static let controls = """
    =share
    =share this
    =share this article
    =share this story
    =share this post
    =share article
    =share story
    =share via
    =share on
    =shares
    share this on
    share this with
    share this article
    share this story
    share this page
    share this:
    share on facebook
    share on twitter
    share on x
    share on linkedin
    share on whatsapp
    share via email
    share with
    share to
    share link
    click to share
    click to email
    click to print
    =link copied
    =link copied!
    =link copied to clipboard
    =copied
    =copied to clipboard
    =copy link
    =copy url
    =copy
    =print
    =print this
    =print this article
    =print article
    =email
    =e-mail
    =email this
    =email this article
    =email article
    =save
    =save article
    =save this story
    =save this article
    =save for later
    =bookmark
    =bookmark this
    =tweet
    =tweet this
    =pin
    =pin it
    =like
    =like this:
    like loading
    =loading
    loading...
    =facebook
    =twitter
    =x
    =whatsapp
    =linkedin
    =reddit
    =telegram
    =pinterest
    =instagram
    =youtube
    =flipboard
    =messenger
    =back to top
    ~back to top button
    back to top
    =top
    =menu
    =home
    =search
    =close
    =next
    =previous
    =next article
    =previous article
    =prev
    =next post
    =previous post
    =skip to content
    skip to main content
    skip to content
    skip to footer
    skip past newsletter
    skip advertisement
    =show more
    =show less
    =read less
    =view more
    =see more
    =load more
    =listen
    listen to this article
    =play
    =pause
    =mute
    =play video
    =gallery
    =view gallery
    =expand
    =toggle
    =edit
    =reply
    =report
    =flag
    =font size
    =text size
    =a a a
    =follow
    =follow us
    follow us on
    follow us:
    =following
    =donate
    =donate now
    =source link
    =view original
    =view source
    =original article
    =report an error
    =report a typo
    report this article
    =send us a correction
    =get link
    =other apps
    =add us as a preferred source on google
    add as a preferred source
    =log in
    =login
    =sign in
    =register
    =my account
    =go to comments
    =enlarge
    =enlarge image
    =zoom
    =toggle caption
    =hide caption
    =open image in new window
    =open in app
    """

  private static let relatedHeads = """
    =related
    =more comment
    =more opinion
    =more editorials
    =more columns
    =more letters
    =more in opinion
    =more from opinion
    =related articles
    =related article
    =related stories
    =related story
    =related posts
    =related content
    =related news
    =related topics
    =related links
    =related coverage
    =related video
    =related videos
    =related reading
    related articles
    related stories
    =see also
    =also read
    =read also
    =read next
    =read more
    =read on
    =what to read next
    =more stories
    =more news
    =more on this
    =more on this story
    =more on this topic
    =more from this section
    =more like this
    =more to explore
    =more to read
    =most read
    =most popular
    =most viewed
    =most shared
    =most commented
    =most recent
    =latest
    =latest news
    =latest stories
    =latest posts
    =recent posts
    =recent stories
    =recent articles
    =recent comments
    =popular
    =popular posts
    =popular stories
    =popular now
    =popular articles
    =trending
    =trending now
    =trending stories
    =top stories
    =top news
    =top stories today
    =today's top stories
    =editor's picks
    =editors' picks
    =editor's pick
    =editor's choice
    =recommended
    =recommended stories
    =recommended for you
    =recommended reading
    =recommended articles
    =you may also like
    =you might also like
    =you may like
    =you might like
    =you may be interested in
    =you might be interested in
    =you may also be interested in
    you may also like
    you might also like
    you may be interested in
    you may have missed
    =don't miss
    =up next
    =around the web
    =from around the web
    =from the web
    =sponsored stories
    =sponsored content
    =promoted stories
    =promoted content
    =in case you missed it
    =further reading
    =suggested for you
    =suggested articles
    =explore more
    =in this story
    =keep reading
    =more in
    =other stories
    =other news
    =similar articles
    =similar posts
    more stories from
    more news from
    """

  private static let links = """
    read more:
    read more about
    read more on
    read more from
    read more at
    read more here
    read more stories
    read more >
    read more -
    read the full
    read full
    read also:
    read also
    read next:
    read:
    read this:
    read our
    also read:
    also read
    also see:
    see also:
    see also
    see more:
    must read
    must-read
    related:
    related story:
    related stories:
    related article:
    related articles:
    related news:
    related content:
    related coverage:
    related video:
    related |
    more:
    more:
    more from
    more on this
    more on:
    more about:
    more like this:
    more coverage:
    more news:
    watch:
    watch |
    watch more:
    watch now:
    watch also:
    watch the video
    watch live:
    watch below:
    video:
    listen:
    listen |
    gallery:
    photos:
    in pictures:
    in photos:
    exclusive:
    explainer:
    explained:
    opinion:
    opinion |
    analysis:
    analysis |
    fact check:
    live:
    live updates:
    don't miss:
    don't miss
    in case you missed it:
    icymi:
    you may also like:
    recommended:
    click here
    =click here
    =here
    tap here
    continue reading
    =learn more
    learn more about
    explore more
    =find out more
    find out more about
    want more
    """

  private static let newsletters = """
    sign up for
    sign up to
    sign up here
    sign up now
    =sign up
    signup for
    subscribe to our
    subscribe to the
    subscribe for
    subscribe now
    subscribe today
    subscribe here
    =subscribe
    =subscribe now
    subscribe:
    get the latest
    get our
    get breaking news
    get unlimited
    get daily
    get the day's
    get stories like this
    get email
    get alerts
    get exclusive
    receive the latest
    receive our
    never miss a story
    don't miss out
    join our
    join the conversation
    join thousands
    join us on
    enter your email
    email address
    =email address
    =e-mail address
    =newsletter
    =newsletters
    newsletter sign
    newsletter:
    our newsletter
    free newsletter
    daily newsletter
    stay up to date
    stay informed
    stay tuned
    stay connected
    stay in the know
    keep up to date
    keep up with
    download our
    get the app
    thanks for signing up
    thank you for signing up
    thank you for subscribing
    thanks for subscribing
    thank you for reading
    thanks for reading
    you have successfully subscribed
    you are now subscribed
    you can unsubscribe
    unsubscribe
    by signing up
    by subscribing
    by clicking
    by submitting
    by providing
    by entering your email
    this newsletter
    sign me up
    support our
    support independent
    support quality
    support local
    become a member
    become a subscriber
    become a supporter
    make a donation
    make a contribution
    please consider
    please support
    we rely on readers
    privacy notice
    an error has occurred
    an error occurred
    please enter a valid email
    please try again later
    your information will be used
    your subscription
    check your inbox
    to opt out
    """

  private static let advertisements = """
    =advertisement
    =advertisements
    =advertisment
    =ad
    =ads
    =advertising
    advertisement - scroll
    advertisement scroll
    advertisement - continue
    article continues after
    article continues below
    story continues after
    story continues below
    content continues below
    continues below
    continue after
    =sponsored
    =sponsor
    sponsored by
    sponsored content
    =promoted
    =paid content
    =partner content
    =affiliate disclosure
    we may earn
    we earn a commission
    this post may contain affiliate
    this article contains affiliate
    this post contains affiliate
    this article may contain affiliate
    this page contains affiliate
    skip ad
    close ad
    ad feedback
    remove ads
    report ad
    =story continues
    =article continues
    """

  private static let commentHeads = """
    =leave a reply
    =leave a reply cancel reply
    leave a reply to
    leave a reply
    =leave a comment
    =leave a comment cancel reply
    leave a comment
    leave your comment
    =post a comment
    =post comment
    post a comment
    post your comment
    =add a comment
    =add comment
    add your comment
    =write a comment
    =comments
    =comment
    =view comments
    =show comments
    =hide comments
    =load comments
    =no comments
    =no comments yet
    =be the first to comment
    be the first to comment
    =comments are closed
    comments are closed
    =0 comments
    =1 comment
    =join the discussion
    your email address will not be published
    required fields are marked
    save my name, email
    this site uses akismet
    you must be logged in to
    please log in to comment
    log in to comment
    sign in to comment
    log in to leave a comment
    log in to reply
    to comment on this
    =have your say
    =what do you think?
    please enable javascript to view the comments
    """

  private static let copyrights = """
    copyright ©
    copyright (c)
    copyright 1
    copyright 2
    copyright:
    (c) 2
    (c) 1
    =copyright
    =copyright notice
    this material may not be
    this content is protected
    the content of this article
    reprinted with permission
    republished with permission
    republish this article
    republish our articles
    reproduction of
    no part of this
    distributed by
    our standards: the
    =terms of use
    =terms of service
    =terms and conditions
    =terms & conditions
    =privacy policy
    =cookie policy
    =cookie settings
    =do not sell my personal information
    =contact us
    =about us
    =advertise
    =advertise with us
    =careers
    =disclaimer
    =accessibility
    =sitemap
    """

  private static let filings = """
    tags:
    tag:
    tagged:
    tagged in
    tagged with
    tagged as
    tagged
    =tags
    topics:
    topics in this article
    topics
    =topics
    =topic
    filed under
    filed in
    filed to
    categories:
    category:
    =categories
    =category
    posted in
    posted under
    posted on
    posted by
    published in
    section:
    keywords:
    labels:
    more topics
    explore topics
    in this article:
    in this article
    """

  private static let creditLines = """
    do you agree? send
    do you agree? write
    do you agree? e-mail
    do you agree? email
    send a letter of
    send letters to
    letters should be
    additional reporting by
    reporting by
    with additional reporting
    with reporting by
    with files from
    with inputs from
    with input from
    (with inputs from
    (with input from
    (with agency inputs
    contact the reporter
    contact the author
    contact the editor
    contact us at
    contact this reporter
    to contact the reporter
    to contact the editor
    to contact the author
    reach the reporter
    reach the writer
    reach her at
    reach him at
    reach them at
    reach me at
    email the author
    email the reporter
    send tips to
    send letters to
    got a tip
    have a tip
    do you have a tip
    do you have a story
    have a story
    have a news tip
    if you have a tip
    editing by
    edited by
    produced by
    this story was produced by
    this story was originally published
    this article was originally published
    this article originally appeared
    this story originally appeared
    this post originally appeared
    this article first appeared
    this story first appeared
    this article was first published
    this story has been updated
    this article has been updated
    this is a developing story
    this is a breaking news story
    this story is developing
    a version of this article
    a version of this story
    first published
    originally published
    last updated
    last modified
    =about the author
    =about the authors
    =about author
    =about the writer
    =author bio
    =written by
    =meet the author
    about the author
    the views expressed
    views expressed
    the opinions expressed
    opinions expressed
    the author's views
    the writer is
    the author is
    the writer can be reached
    the author can be reached
    """

  private static let consents = """
    we use cookies
    this website uses cookies
    this site uses cookies
    our website uses cookies
    we and our partners
    we and our
    we value your privacy
    we care about your privacy
    your privacy
    =accept all
    =accept cookies
    =accept all cookies
    =reject all
    =manage preferences
    =manage cookies
    =cookie preferences
    by continuing to use
    by using this site
    by browsing
    by accepting
    =cookies
    to view this content, you need to
    this content is hosted by
    """

  private static let paywalls = """
    subscribe to continue
    subscribe to read
    subscribe to unlock
    subscribe to keep
    already a subscriber
    already have an account
    already a member
    this article is for subscribers
    this article is exclusive to
    this article is reserved for
    this story is for subscribers
    this content is for
    this is a subscriber
    this is a premium
    you have reached your limit
    you've reached your
    you have read your
    you have run out of
    to continue reading
    to read the full
    to read this article
    continue reading with
    continue reading this article with
    create a free account
    create an account
    register to continue
    register for free
    log in to continue
    sign in to continue
    sign in to read
    =subscriber only
    =subscribers only
    =premium content
    unlock this article
    start your free trial
    start your subscription
    try for free
    get full access
    """
}
