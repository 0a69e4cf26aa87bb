import CivilTime
import Diagnostics
import Templates
import Text

/// Compiles and renders what libFuzzer makes up; anything but an ordinary end is a bug.
///
/// The input is a template, or several after lines `== name.html`, the first of which is rendered.
/// The limits are low, so that a template that runs long without reaching one stands out.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzTemplate(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Bytes(UnsafeBufferPointer(start: start, count: count))
  let sources = templates(in: bytes)
  let compiled = TemplateSet.compiling(sources, environment: environment)
  guard !compiled.diagnostics.containsError, let first = compiled.value.names.first else {
    return 0
  }
  var output = Bytes()
  do throws(TemplateError) {
    try compiled.value.render(first, globals: globals, subject: "fuzz", into: &output)
  } catch {
    precondition(!error.diagnostics.isEmpty, "an error says what is wrong")
  }
  return 0
}

private let pageType = TemplateObjectType(
  name: "page", attributes: ["title", "url", "date", "image", "next"])

private struct PageObject: TemplateObject {
  let number: Int

  var type: TemplateObjectType { pageType }
  var identity: Int? { number }

  func attribute(_ index: Int) -> TemplateValue {
    switch index {
    case 0: "A <b>title</b> & more"
    case 1: "/news/a/"
    case 2: .date(Timestamp(secondsSinceEpoch: 1_677_110_400, offsetSeconds: 3600))
    case 3: .none
    default: .object(self)
    }
  }
}

private let globals: [TemplateValue] = [
  "text",
  ["b", "A", "c", 3, 1],
  .list((1...5).map { .object(PageObject(number: $0)) }),
  .dictionary(["a": 1, "b": [1, 2], "c": "x"]),
  .object(PageObject(number: 0)),
  5,
  .number(2.5),
  .none,
  .markup(Bytes("<i>safe</i>".utf8)),
]

private let environment: TemplateEnvironment = {
  var environment = TemplateEnvironment(
    globals: ["a", "items", "pages", "site", "page", "n", "x", "nothing", "html"],
    objectTypes: [pageType])
  environment.limits.steps = 2000
  environment.limits.outputBytes = 100_000
  environment.limits.elements = 5000
  return environment
}()

/// The templates of an input; without a line `== name`, all of it is one.
private func templates(in bytes: Bytes) -> [SourceText] {
  var files: [(name: String, bytes: Bytes)] = []
  for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
    if line.starts(with: "== ".utf8), files.count < 8 {
      files.append((line.dropFirst(3).text, []))
    } else if files.isEmpty {
      files.append(("test.html", Bytes(line)))
    } else {
      if !files[files.count - 1].bytes.isEmpty {
        files[files.count - 1].bytes.append(UInt8(ascii: "\n"))
      }
      files[files.count - 1].bytes += line
    }
  }
  return files.map { SourceText(path: "templates/" + $0.name, bytes: $0.bytes) }
}
