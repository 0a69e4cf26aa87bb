internal import Diagnostics
internal import FrontMatter

/// Makes the site's kinds from the built-in ones and what `site.yaml` says about them.
enum KindsReader {
  /// The kinds: the built-in ones, adjusted, and then the site's own in the order of the file.
  static func kinds(_ entries: [TableEntry]) -> [ContentKind] {
    var kinds = BuiltInKinds.definitions.map { definition in
      let entry = entries.first { $0.key == definition.name }
      return kind(definition, entry?.value.record, isNamed: entry != nil)
    }
    for entry in entries
    where isName(entry.key) && !kinds.contains(where: { $0.name == entry.key }) {
      let title = entry.key.prefix(1).uppercased() + entry.key.dropFirst()
      let definition = BuiltInKinds.Definition(
        name: entry.key, noun: "an item of '\(entry.key)'", title: title,
        permalink: "/\(entry.key)/:slug/", order: .newestFirst, fields: [])
      kinds.append(kind(definition, entry.value.record, isNamed: true))
    }
    return kinds
  }

  /// `isNamed` says whether `site.yaml` names the kind, with settings or without any.
  private static func kind(
    _ definition: BuiltInKinds.Definition, _ record: Record?, isNamed: Bool
  ) -> ContentKind {
    let common = CommonField.schemas(
      isDateRequired: record?.boolean("date_required") ?? definition.isDateRequired)
    var own = definition.fields
    for entry in record?.table("fields") ?? [] {
      guard let field = entry.value.record.flatMap({ fieldSchema(entry.key, $0) }) else { continue }
      if let index = own.firstIndex(where: { $0.name == entry.key }) {
        own[index] = field
      } else {
        own.append(field)
      }
    }
    let permalink =
      record?.text("permalink").flatMap(validPattern) ?? pattern(definition.permalink)
    let list = record?.text("list") ?? permalink.folder
    let isPages = definition.name == ContentKind.pagesName
    return ContentKind(
      name: definition.name, noun: definition.noun,
      title: record?.text("title") ?? definition.title,
      schema: RecordSchema(definition.noun, common + own), permalink: permalink,
      listAddress: isPages || list == "/" ? nil : SiteAddress(list),
      itemsPerPage: record?.integer("per_page") ?? 20,
      order: record?.text("sort").flatMap(ItemOrder.init) ?? definition.order,
      hasEmptyList: definition.hasEmptyList || isNamed)
  }

  private static func fieldSchema(_ name: String, _ record: Record) -> FieldSchema? {
    guard let type = record.text("type") else { return nil }
    let of = record.texts("of")
    let fieldType: FieldType
    switch type {
    case "boolean": fieldType = .boolean
    case "integer": fieldType = .integer(Int.min...Int.max)
    case "date": fieldType = .date
    case "choice": fieldType = .choice(of)
    case "list": fieldType = .list(of.isEmpty ? .text : .choice(of))
    case "reference": fieldType = .reference(kind: record.text("kind") ?? "partners")
    case "free": fieldType = .free
    default: fieldType = .text
    }
    return FieldSchema(
      name, fieldType, isRequired: record.boolean("required") ?? false,
      record.text("summary") ?? "")
  }

  /// What is wrong with the kinds of a file.
  static func problems(
    _ entries: [TableEntry], of kinds: [ContentKind], in file: ConfigurationFile
  ) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    for entry in entries {
      if !isName(entry.key) {
        problems.append(
          .invalidKindName(entry.key, at: file.source.location(of: entry.keyRange)))
      }
      guard let record = entry.value.record else { continue }
      if let permalink = record["permalink"] {
        problems += [permalinkProblem(permalink, in: file)].compactMap { $0 }
      }
      if let list = record["list"], let text = list.text, SiteAddress(text)?.isFolder != true {
        problems.append(.invalidListAddress(text, at: file.location(list)))
      }
      for field in record.table("fields") {
        problems += fieldProblems(field, kinds.map(\.name), in: file)
      }
    }
    return problems
  }

  /// Whether a name of a kind or a taxonomy can be a part of addresses.
  static func isName(_ name: String) -> Bool {
    SiteAddress(name)?.isFolder == false && !name.contains("/") && !name.hasPrefix(".")
  }

  private static func fieldProblems(
    _ entry: TableEntry, _ kinds: [String], in file: ConfigurationFile
  ) -> [Diagnostic] {
    let location = file.source.location(of: entry.keyRange)
    var problems: [Diagnostic] = []
    if CommonField.schemas(isDateRequired: false).contains(where: { $0.name == entry.key }) {
      problems.append(.fieldExists(entry.key, at: location))
    }
    guard let record = entry.value.record else { return problems }
    if record.text("type") == "choice" && record.texts("of").isEmpty {
      problems.append(.choiceWithoutValues(entry.key, at: location))
    }
    if let kind = record["kind"], let name = kind.text, !kinds.contains(name) {
      problems.append(.noSuchKind(name, kinds, at: file.location(kind)))
    }
    return problems
  }

  /// What is wrong with a permalink's pattern.
  static func permalinkProblem(
    _ value: LocatedValue, in file: ConfigurationFile
  ) -> Diagnostic? {
    guard let text = value.text else { return nil }
    do throws(PermalinkPattern.Failure) {
      _ = try PermalinkPattern(text)
      return nil
    } catch {
      return .invalidPermalink(text, error, at: file.location(value))
    }
  }

  /// A pattern that was checked before; nil where it has a problem.
  static func validPattern(_ text: String) -> PermalinkPattern? {
    do throws(PermalinkPattern.Failure) {
      return try PermalinkPattern(text)
    } catch {
      return nil  // Reported by `permalinkProblem`, with its place.
    }
  }

  /// A pattern that is part of the program.
  static func pattern(_ text: String) -> PermalinkPattern {
    guard let pattern = validPattern(text) else {
      preconditionFailure("the built-in pattern '\(text)' is valid")
    }
    return pattern
  }
}

extension Diagnostic {
  fileprivate static func invalidKindName(_ name: String, at location: TextLocation) -> Diagnostic {
    .error(
      "invalid-kind", "'\(name)' cannot be the name of a kind, which is also a folder's",
      at: location, help: ["use lower-case letters and hyphens, such as 'press-releases'"])
  }

  fileprivate static func invalidListAddress(
    _ text: String, at location: TextLocation
  ) -> Diagnostic {
    .error(
      "invalid-address", "'\(text)' cannot be the address of a list", at: location,
      help: ["write a folder's address with a slash at its end, such as /news/"])
  }

  fileprivate static func fieldExists(_ name: String, at location: TextLocation) -> Diagnostic {
    .error(
      "field-exists", "every kind has a field '\(name)' already", at: location,
      help: ["choose another name for the site's own field"])
  }

  static func noSuchKind(
    _ name: String, _ kinds: [String], at location: TextLocation
  ) -> Diagnostic {
    .error(
      "unknown-kind-name", "there is no kind '\(name)'", at: location,
      help: [suggestion(for: name, among: kinds, called: "kinds")].compactMap { $0 })
  }

  fileprivate static func choiceWithoutValues(
    _ name: String, at location: TextLocation
  ) -> Diagnostic {
    .error(
      "choice-without-values", "the choice '\(name)' does not say what it can be", at: location,
      help: ["add 'of: [first, second]'"])
  }

  fileprivate static func invalidPermalink(
    _ text: String, _ failure: PermalinkPattern.Failure, at location: TextLocation
  ) -> Diagnostic {
    switch failure {
    case .unknownToken(let token):
      return .error(
        "invalid-permalink", "a permalink has no part '\(token)'", at: location,
        help: [
          suggestion(for: token, among: PermalinkPattern.tokens, called: "it can have")
        ].compactMap { $0 })
    case .noSlug:
      return .error(
        "invalid-permalink", "without ':slug' or ':path', all items would have one address",
        at: location, help: ["write a pattern such as /news/:year/:slug/"])
    case .invalidAddress:
      return .error(
        "invalid-permalink", "'\(text)' does not make an address", at: location,
        help: ["write a pattern such as /news/:year/:slug/"])
    }
  }
}
