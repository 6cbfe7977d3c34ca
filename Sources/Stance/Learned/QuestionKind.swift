/// What is asked: a target alone, or with a holder who stands before or behind it. Who stands first is for or against
/// the other ten times as often as the other way round, so each kind has a choice of its own.
package enum QuestionKind: Int, Sendable, CaseIterable {
  case alone, holderFirst, holderLast

  package init(target: Range<Int>, holder: Range<Int>?) {
    guard let holder else {
      self = .alone
      return
    }
    self = holder.lowerBound < target.lowerBound ? .holderFirst : .holderLast
  }

  package var hasHolder: Bool { self != .alone }
}
