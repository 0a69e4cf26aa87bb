extension String {
  /// Gives the text's bytes to a closure, without a copy where they lie in one piece, as they do in
  /// all texts of Swift's own.
  ///
  /// `utf8.span` would say the same, but Swift 6.3 was seen to give the bytes of another short text
  /// where a function that takes them is inlined.
  @inlinable @inline(__always)
  public func withBytes<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    let result = unsafe utf8.withContiguousStorageIfAvailable { unsafe body($0.span) }
    return result ?? body(Bytes(utf8).span)
  }
}
