#if canImport(Glibc)
  internal import func Glibc.pow
#elseif canImport(Musl)
  internal import func Musl.pow
#elseif canImport(Darwin)
  internal import func Darwin.pow
#endif

/// A number to the power of another, by the C library: the standard library has no such function.
func raise(_ base: Double, to exponent: Double) -> Double { pow(base, exponent) }
