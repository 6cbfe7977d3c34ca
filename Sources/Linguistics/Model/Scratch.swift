/// A growable array of trivial values that checks its bounds in debug builds only.
///
/// The parser's inner loop reads and writes a few hundred words of state for every word of text; with checked
/// arrays it takes a quarter longer. Whoever indexes it makes sure of the bounds (``reserve(_:)``).
@usableFromInline
package final class Scratch<Element: BitwiseCopyable> {
  // Without the check at run time that nobody else is using the variable: it would come with every byte of a word.
  @exclusivity(unchecked) @usableFromInline package var base: UnsafeMutablePointer<Element>
  @exclusivity(unchecked) @usableFromInline package var capacity: Int
  @usableFromInline let filler: Element

  @inlinable
  package init(capacity: Int, filler: Element) {
    self.capacity = max(capacity, 1)
    self.filler = filler
    base = .allocate(capacity: self.capacity)
    base.initialize(repeating: filler, count: self.capacity)
  }

  @inlinable
  deinit { base.deallocate() }

  /// Makes room for `count` elements; what was there is lost if it has to grow.
  @inlinable
  package func reserve(_ count: Int) {
    guard count > capacity else { return }
    base.deallocate()
    capacity = max(count, capacity * 2)
    base = .allocate(capacity: capacity)
    base.initialize(repeating: filler, count: capacity)
  }

  @inlinable
  package subscript(index: Int) -> Element {
    @inline(__always) get {
      assert(index >= 0 && index < capacity)
      return base[index]
    }
    @inline(__always) set {
      assert(index >= 0 && index < capacity)
      base[index] = newValue
    }
  }
}
