internal import ArgumentParser

#if canImport(Glibc)
  private import Glibc
#elseif canImport(Musl)
  private import Musl
#elseif canImport(Darwin)
  private import Darwin
#endif

/// When text is coloured.
enum ColorMode: String, CaseIterable, ExpressibleByArgument {
  /// On a terminal, unless NO_COLOR is set.
  case auto
  /// Always.
  case always
  /// Never.
  case never
}

/// The two streams that the program writes to; nothing below this folder prints.
enum Terminal {
  /// A stream of the process.
  enum Stream: Int32 {
    /// Results.
    case standardOutput = 1
    /// Diagnostics and progress.
    case standardError = 2
  }

  /// Lets a build go on whose output nobody reads to its end, as in `brightpress | head -1`.
  static func ignoreClosedPipes() { _ = signal(SIGPIPE, SIG_IGN) }

  /// Writes text as it is; a stream that nobody reads any more is no error.
  static func write(_ text: String, to stream: Stream) { write(Array(text.utf8), to: stream) }

  /// Writes bytes as they are.
  static func write(_ bytes: [UInt8], to stream: Stream) {
    var bytes = bytes[...]
    while !bytes.isEmpty {
      let count = unsafe bytes.withUnsafeBufferPointer { buffer in
        unsafe systemWrite(stream.rawValue, buffer.baseAddress, buffer.count)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }

  /// Ends the program with an exit status.
  static func leave(with status: Int32) -> Never { exit(status) }

  /// Whether a person reads the stream.
  static func isTerminal(_ stream: Stream) -> Bool { isatty(stream.rawValue) == 1 }

  /// Whether to colour what goes to a stream (https://no-color.org).
  static func isColored(_ mode: ColorMode, _ stream: Stream) -> Bool {
    switch mode {
    case .always: true
    case .never: false
    case .auto:
      isTerminal(stream) && (environment("NO_COLOR") ?? "").isEmpty
        && environment("TERM") != "dumb"
    }
  }

  /// A variable of the environment.
  static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }
}

// The C function whose name the method above has taken.
private func systemWrite(_ descriptor: Int32, _ base: UnsafePointer<UInt8>?, _ count: Int) -> Int {
  unsafe write(descriptor, base, count)
}
