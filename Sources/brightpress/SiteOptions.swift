internal import ArgumentParser
internal import Site

/// Which site is meant, and which of its items.
struct SiteOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: "The site's folder.", completion: .directory)
  var source = "."

  @Option(name: .shortAndLong, help: "The address to publish at, instead of the configured one.")
  var baseURL: String?

  @Flag(name: [.customShort("D"), .long], help: "Publish drafts too.")
  var drafts = false

  @Flag(name: [.customShort("F"), .long], help: "Publish what is scheduled for later too.")
  var future = false

  @Flag(name: [.customShort("E"), .long], help: "Publish what has expired too.")
  var expired = false

  @Option(
    name: .shortAndLong,
    help: "The environment: 'environments/NAME.yaml' is read over 'site.yaml'.")
  var environment = "production"

  func validate() throws {
    // The name becomes a file's.
    guard environment.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }),
      !environment.isEmpty
    else {
      throw ValidationError("'\(environment)' is no name of an environment.")
    }
  }

  var configuration: ConfigurationOptions {
    var options = ConfigurationOptions()
    options.environment = environment
    options.baseURL = baseURL
    return options
  }

  var filter: PublicationFilter {
    var filter = PublicationFilter()
    filter.includesDrafts = drafts
    filter.includesFuture = future
    filter.includesExpired = expired
    return filter
  }
}
