#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The exponential of the C library, for modules that need nothing else of it.
package func exponential(_ value: Double) -> Double { exp(value) }

/// The natural logarithm of the C library.
package func logarithm(_ value: Double) -> Double { log(value) }
