#if canImport(Glibc)
  private import Glibc
#elseif canImport(Musl)
  private import Musl
#elseif canImport(Darwin)
  private import Darwin
#endif

/// Another program, run to its end.
enum ChildProcess {
  /// Why a program did not do its work.
  enum Failure: Error, CustomStringConvertible {
    /// It could not be started; the system's reason.
    case start(String)
    /// It ended with a status other than 0, or a signal ended it.
    case status(Int32)

    var description: String {
      switch self {
      case .start(let reason): "cannot be run: \(reason)"
      case .status(let status): "ended with status \(status)"
      }
    }
  }

  /// The path of a program that is looked up as a shell does; nil where none is installed.
  static func path(of program: String) -> String? {
    (Terminal.environment("PATH") ?? "").split(separator: ":").map { "\($0)/\(program)" }
      .first { unsafe access($0, X_OK) == 0 }
  }

  /// Runs a program with its streams closed to the world, and waits for it.
  static func run(_ path: String, _ arguments: [String]) throws(Failure) {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      let environment = unsafe _NSGetEnviron().pointee
    #else
      var actions = unsafe posix_spawn_file_actions_t()
      let environment = unsafe environ
    #endif
    let failure = unsafe posix_spawn_file_actions_init(&actions)
    guard failure == 0 else { throw reason(failure) }
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      let result = unsafe posix_spawn_file_actions_addopen(
        &actions, stream, "/dev/null", O_RDWR, 0)
      guard result == 0 else { throw reason(result) }
    }
    // Each a copy that the call may write to, with a null pointer behind the last.
    var texts = unsafe ([path] + arguments).map { unsafe strdup($0) }
    defer { for index in unsafe texts.indices { unsafe free(texts[index]) } }
    unsafe texts.append(nil)
    var process = pid_t()
    let result = unsafe posix_spawn(&process, path, &actions, nil, texts, environment)
    guard result == 0 else { throw reason(result) }
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { throw reason(errno) }
    }
    // As a shell says it: what the program says, or 128 and the number of the signal.
    let signal = status & 0x7F
    guard status == 0 else { throw .status(signal == 0 ? status >> 8 & 0xFF : 128 + signal) }
  }

  private static func reason(_ number: Int32) -> Failure {
    .start(unsafe String(cString: strerror(number)))
  }
}
