internal import Diagnostics
internal import Templates
internal import Text

extension PlanReader {
  /// The functions that templates can call, in the order of `ObjectTypes.globals`.
  ///
  /// What they have to say besides their values goes to `notes`.
  func functions(on page: PagePlace, notes: PageNotes) -> [TemplateValue] {
    [
      .function(
        TemplateFunction(name: "asset") { arguments throws(TemplateFailure) in
          .object(try self.asset(arguments.requiredText(0, "path")))
        }),
      .function(
        TemplateFunction(name: "link") { arguments throws(TemplateFailure) in
          .text(try self.linkURL(arguments.requiredText(0, "path"), language: page.language))
        }),
      .function(
        TemplateFunction(name: "url") { arguments throws(TemplateFailure) in
          let path = try arguments.requiredText(0, "path")
          let isTranslated = arguments.isTrue(1, "translated")
          return .text(
            self.urlWithBase(
              isTranslated ? self.localizedPath(path, language: page.language) : path))
        }),
      .function(
        TemplateFunction(name: "absolute_url") { arguments throws(TemplateFailure) in
          .text(self.absoluteURL(try arguments.requiredText(0, "path")))
        }),
      .function(
        TemplateFunction(name: "markdown") { arguments throws(TemplateFailure) in
          .markup(try self.markdown(arguments, on: page, notes: notes))
        }),
      .function(
        TemplateFunction(name: "t") { arguments throws(TemplateFailure) in
          try self.phrasebook(language: page.language)
            .text(arguments, language: page.language)
        }),
    ]
  }

  /// A static file of the site or its theme.
  private func asset(_ name: String) throws(TemplateFailure) -> AssetObject {
    if let asset = staticAsset(name.hasPrefix("/") ? String(name.dropFirst()) : name) {
      return AssetObject(asset, type: types.asset, baseURL: configuration.baseURL)
    }
    throw TemplateFailure(
      "missing-asset", "there is no static file '\(name)'",
      help: [
        suggestion(for: name, among: staticFileNames, called: "static files"),
        "the site's own files lie in 'static', the theme's in 'templates/static'",
      ].compactMap { $0 })
  }

  /// The address of the item that a path below `content/` names.
  private func linkURL(_ path: String, language: Int) throws(TemplateFailure) -> String {
    let parts = AddressParts(path)
    let file = "content/" + (parts.path.hasPrefix("@/") ? parts.path.dropFirst(2) : parts.path[...])
    guard let index = item(atPath: file) else {
      throw TemplateFailure(
        "broken-link", "there is no content file '\(parts.path)'",
        help: [
          similarFile(to: file, from: "content", wantsPicture: false).map {
            "did you mean '\($0)'?"
          }
        ]
        .compactMap { $0 })
    }
    let target = translation(of: index, language: language)
    let state = state(of: target)
    guard state == .published else {
      throw TemplateFailure(
        "link-to-unpublished", "'\(self.path(of: target))' is not published: \(state.reason)")
    }
    return url(of: target) + parts.rest
  }

  /// An address of the site with its scheme and host; the base path is not put in twice.
  private func absoluteURL(_ path: String) -> String {
    guard path.hasPrefix("/"), !path.hasPrefix("//") else { return path }
    let base = configuration.baseURL
    if !base.path.isEmpty, path == base.path || path.hasPrefix(base.path + "/") {
      return base.origin + percentEncodedReference(path)
    }
    return base.origin + urlWithBase(path)
  }
}
