import Dispatch
import Foundation
import Synchronization

/// Turns items into results on several threads, and hands the results over in the order of the items.
///
/// At most ``window`` items are between being taken and being handed over, so memory does not grow with their number.
/// The thread that finishes the item next in order hands over all that is ready; the others go on working.
struct OrderedPool {
  let jobs: Int
  let window: Int

  /// Deep recursion in a stage must not end the process.
  static let stackSize = 16 << 20

  init(jobs: Int, window: Int? = nil) {
    self.jobs = max(jobs, 1)
    self.window = max(window ?? self.jobs * 16, self.jobs)
  }

  /// Returns when everything has been handed over, or after the first error.
  ///
  /// - Parameters:
  ///   - next: the next item, `nil` after the last; called by one thread at a time.
  ///   - transform: called by all threads at once.
  ///   - consume: some results, in order; called by one thread at a time.
  /// - Throws: what `next` or `consume` threw first.
  func run<Item: Sendable, Product: Sendable>(
    next: @escaping @Sendable () throws -> Item?,
    transform: @escaping @Sendable (Item) -> Product,
    consume: @escaping @Sendable ([Product]) throws -> Void
  ) throws {
    let work = OrderedWork(window: window, next: next, transform: transform, consume: consume)
    let group = DispatchGroup()
    for number in 0..<jobs {
      group.enter()
      let thread = Thread {
        work.workUntilDone()
        group.leave()
      }
      thread.stackSize = Self.stackSize
      thread.name = "standpoint-\(number)"
      thread.start()
    }
    group.wait()
    if let error = work.error { throw error }
  }
}

/// What the threads of one ``OrderedPool`` share.
private final class OrderedWork<Item: Sendable, Product: Sendable>: Sendable {
  private struct Intake {
    var taken = 0
    var isFinished = false
  }

  private struct Outlet {
    /// Finished products; item n waits at n modulo the window.
    var waiting: [Product?]
    var handedOver = 0
    var isHandingOver = false
    var error: (any Error)?
  }

  private let window: Int
  private let next: @Sendable () throws -> Item?
  private let transform: @Sendable (Item) -> Product
  private let consume: @Sendable ([Product]) throws -> Void
  private let intake = Mutex(Intake())
  private let outlet: Mutex<Outlet>
  /// One for each item that may still be taken.
  private let permits: DispatchSemaphore

  init(
    window: Int, next: @escaping @Sendable () throws -> Item?, transform: @escaping @Sendable (Item) -> Product,
    consume: @escaping @Sendable ([Product]) throws -> Void
  ) {
    self.window = window
    self.next = next
    self.transform = transform
    self.consume = consume
    outlet = Mutex(Outlet(waiting: Array(repeating: nil, count: window)))
    // Signals bring it to its full count: libdispatch will not free a semaphore below the count that it began with.
    permits = DispatchSemaphore(value: 0)
    for _ in 0..<window { permits.signal() }
  }

  var error: (any Error)? { outlet.withLock { $0.error } }

  func workUntilDone() {
    while true {
      permits.wait()
      guard let (index, item) = take() else { break }
      deliver(transform(item), at: index)
    }
    // The threads that still wait for a permit must see the end too.
    permits.signal()
  }

  private func take() -> (index: Int, item: Item)? {
    intake.withLock { intake in
      guard !intake.isFinished else { return nil }
      do {
        if let item = try next() {
          intake.taken += 1
          return (intake.taken - 1, item)
        }
      } catch {
        fail(error)
      }
      intake.isFinished = true
      return nil
    }
  }

  private func deliver(_ product: Product, at index: Int) {
    let mustHandOver = outlet.withLock { outlet in
      outlet.waiting[index % window] = product
      if outlet.isHandingOver { return false }
      outlet.isHandingOver = true
      return true
    }
    guard mustHandOver else { return }
    while true {
      let ready = takeReady()
      guard !ready.isEmpty else { return }
      do {
        if error == nil { try consume(ready) }
      } catch {
        fail(error)
        intake.withLock { $0.isFinished = true }
      }
      for _ in ready { permits.signal() }
    }
  }

  /// The products next in order; none ends the handing over.
  private func takeReady() -> [Product] {
    outlet.withLock { outlet in
      var ready: [Product] = []
      while let product = outlet.waiting[outlet.handedOver % window] {
        outlet.waiting[outlet.handedOver % window] = nil
        outlet.handedOver += 1
        ready.append(product)
      }
      if ready.isEmpty { outlet.isHandingOver = false }
      return ready
    }
  }

  private func fail(_ error: any Error) {
    outlet.withLock { outlet in
      if outlet.error == nil { outlet.error = error }
    }
  }
}
