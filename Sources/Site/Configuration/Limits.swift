/// How long and how small things may be before somebody has to be told.
package struct Limits: Sendable, Hashable {
  /// How many characters a title may have; the ECCP's lists cut longer ones.
  package var titleLength = 100
  /// How many characters a summary may have: the ECCP cuts teasers there.
  package var teaserLength = 300
  /// How high the EU emblem is at least, in CSS pixels: the guide's 10 millimetres.
  package var emblemHeight = 38
  /// How wide the lead image of a post on the ECCP is, in pixels.
  package var leadImageWidth = 1200
  /// How high it is.
  package var leadImageHeight = 900

  /// The limits that hold where a site sets none.
  package init() {}
}
