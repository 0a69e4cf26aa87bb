import Foundation
import Testing
import Text

@testable import Funding

@Suite struct EUEmblemTests {
  /// The stars of a drawing, each as the list of its points in units.
  private func stars(of style: EUEmblem.Style) throws -> [[(x: Double, y: Double)]] {
    let path = try #require(EUEmblem.svg(style: style).text.split(separator: "d=\"").last)
    return try path.prefix { $0 != "\"" }.split(separator: "Z").map { star in
      try star.dropFirst().split(separator: "L").map { point in
        let numbers = try point.split(separator: " ").map { try #require(Double($0)) }
        #expect(numbers.count == 2)
        return (numbers[0], numbers[1])
      }
    }
  }

  private func distance(_ one: (x: Double, y: Double), _ other: (x: Double, y: Double)) -> Double {
    ((one.x - other.x) * (one.x - other.x) + (one.y - other.y) * (one.y - other.y)).squareRoot()
  }

  @Test func `the field is half as long again as it is high`() {
    let svg = EUEmblem.svg().text
    #expect(svg.contains("viewBox=\"0 0 810 540\""))
    #expect(svg.contains("<path fill=\"#003399\" d=\"M0 0H810V540H0Z\"/>"))
    #expect(svg.contains("<path fill=\"#FFCC00\""))
  }

  @Test(arguments: EUEmblem.Style.allCases)
  func `there are twelve stars at the hours of a clock`(style: EUEmblem.Style) throws {
    let stars = try stars(of: style)
    #expect(stars.count == 12)
    for (hour, star) in stars.enumerated() {
      let angle = Double(hour) * .pi / 6
      // The tip at the top is an eighteenth of the height above the centre.
      let expected = (x: 405 + 180 * sin(angle), y: 270 - 180 * cos(angle) - 30)
      #expect(distance(star[0], expected) < 0.001)
    }
  }

  @Test func `every star is regular with one point upwards in its circle`() throws {
    for star in try stars(of: .colour) {
      #expect(star.count == 10)
      let centre = (x: star[0].x, y: star[0].y + 30)
      for (index, point) in star.enumerated() {
        let angle = Double(index) * .pi / 5
        let radius = index.isMultiple(of: 2) ? 30 : 30 * (3 - 5.0.squareRoot()) / 2
        let expected = (x: centre.x + radius * sin(angle), y: centre.y - radius * cos(angle))
        #expect(distance(point, expected) < 0.002)
      }
    }
  }

  @Test func `no star touches another or the edge`() throws {
    let centres = try stars(of: .colour).map { (x: $0[0].x, y: $0[0].y + 30) }
    for (index, centre) in centres.enumerated() {
      #expect(centre.x > 30 && centre.x < 780 && centre.y > 30 && centre.y < 510)
      for other in centres[(index + 1)...] { #expect(distance(centre, other) > 60) }
    }
  }

  @Test func `the border on dark backgrounds is white and a twenty-fifth of the height`() {
    let svg = EUEmblem.svg(style: .colourOnDark).text
    #expect(svg.contains("viewBox=\"-21.6 -21.6 853.2 583.2\""))
    #expect(svg.contains("<path fill=\"#FFFFFF\" d=\"M-21.6 -21.6H831.6V561.6H-21.6Z\"/>"))
  }

  @Test func `monochrome forms use one colour and white`() {
    let black = EUEmblem.svg(style: .monochromeBlack).text
    #expect(!black.contains("#003399") && !black.contains("#FFCC00"))
    let blue = EUEmblem.svg(style: .monochromeBlue).text
    #expect(!blue.contains("#FFCC00") && !blue.contains("#000000"))
    let white = EUEmblem.svg(style: .monochromeWhite).text
    #expect(!white.contains("#000000") && !white.contains("#003399") && !white.contains("#FFCC00"))
  }

  @Test func `the white form is an outline that shows the background`() {
    #expect(
      EUEmblem.svg(style: .monochromeWhite).text.contains(
        "<path fill=\"#FFFFFF\" fill-rule=\"evenodd\" d=\"M-5 -5H815V545H-5ZM0 0H810V540H0Z\"/>"
          + "<path fill=\"#FFFFFF\" d=\"M405 60L"))
  }

  @Test func `a title is read out and no title hides the drawing`() {
    #expect(EUEmblem.svg(title: "A & B").text.contains("role=\"img\"><title>A &amp; B</title>"))
    #expect(EUEmblem.svg().text.contains("aria-hidden=\"true\""))
  }

  @Test func `the drawing is small enough to stand in every page`() {
    #expect(EUEmblem.svg().count < 2500)
  }
}
