import Foundation
import Synchronization
import Testing

@testable import Batch

/// 1, 2, 3 … for any thread.
private final class Numbers: Sendable {
  private let last = Mutex(0)
  private let limit: Int

  init(upTo limit: Int) { self.limit = limit }

  @Sendable func next() -> Int? {
    last.withLock { last in
      guard last < limit else { return nil }
      last += 1
      return last
    }
  }
}

struct OrderedPoolTests {
  private struct Odd: Error {}

  @Test(arguments: [1, 2, 3, 8]) func resultsKeepTheirOrder(jobs: Int) throws {
    let numbers = Numbers(upTo: 500)
    let results = Locked<[Int]>([])
    try OrderedPool(jobs: jobs, window: 5).run(
      next: numbers.next,
      transform: { number in
        if number % 50 == 0 { usleep(3000) }
        return number * 2
      },
      consume: { batch in results.value.withLock { $0 += batch } })
    #expect(results.value.withLock { $0 } == (1...500).map { $0 * 2 })
  }

  @Test func workInFlightIsBounded() throws {
    let flight = Locked((taken: 0, done: 0, most: 0))
    try OrderedPool(jobs: 4, window: 6).run(
      next: {
        flight.value.withLock { flight -> Int? in
          guard flight.taken < 200 else { return nil }
          flight.taken += 1
          flight.most = max(flight.most, flight.taken - flight.done)
          return flight.taken
        }
      },
      transform: { number in
        // The first of each ten holds up the rest.
        if number % 10 == 1 { usleep(2000) }
        return number
      },
      consume: { batch in flight.value.withLock { $0.done += batch.count } })
    let most = flight.value.withLock { $0.most }
    #expect(most <= 6)
    #expect(most > 1)
  }

  @Test func anErrorOfTheSinkEndsTheWork() {
    let numbers = Numbers(upTo: .max)
    #expect(throws: Odd.self) {
      try OrderedPool(jobs: 3, window: 4).run(
        next: numbers.next, transform: { $0 },
        consume: { (batch: [Int]) in if batch.contains(20) { throw Odd() } })
    }
    #expect((numbers.next() ?? 0) < 100)
  }

  @Test func anErrorOfTheSourceComesAfterWhatWasTaken() {
    let position = Locked(0)
    let results = Locked<[Int]>([])
    #expect(throws: Odd.self) {
      try OrderedPool(jobs: 2).run(
        next: {
          try position.value.withLock { position -> Int? in
            position += 1
            if position > 10 { throw Odd() }
            return position
          }
        }, transform: { $0 }, consume: { (batch: [Int]) in results.value.withLock { $0 += batch } })
    }
    #expect(results.value.withLock { $0.count } <= 10)
  }

  @Test func deepRecursionIsSurvived() throws {
    @Sendable func depth(_ number: Int) -> Int { number == 0 ? 0 : 1 + depth(number - 1) }
    let depths = Locked<[Int]>([])
    try OrderedPool(jobs: 2).run(
      next: Numbers(upTo: 2).next,
      transform: { _ in depth(50_000) },
      consume: { batch in depths.value.withLock { $0 += batch } })
    #expect(depths.value.withLock { $0 } == [50_000, 50_000])
  }
}
