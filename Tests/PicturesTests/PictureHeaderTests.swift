import Pictures
import Testing
import Text

@Suite struct PictureHeaderTests {
  @Test(arguments: Fixture.all)
  func `a header says what a picture is and how large`(fixture: Fixture) throws {
    let header = try #require(PictureHeader(reading: fixture.bytes))
    #expect(header.format == fixture.format)
    #expect(header.width == fixture.width)
    #expect(header.height == fixture.height)
  }

  @Test(arguments: Fixture.all)
  func `a file that ends too early has no size`(fixture: Fixture) {
    for length in 0..<fixture.bytes.count {
      let header = PictureHeader(reading: Bytes(fixture.bytes.prefix(length)))
      // A drawing's tag may be complete before the last byte; then its size is right.
      #expect(header == nil || header?.width == fixture.width)
    }
  }

  @Test(arguments: Fixture.all)
  func `no damaged byte traps`(fixture: Fixture) {
    for index in fixture.bytes.indices {
      for value: UInt8 in [0, 1, 0x7F, 0x80, 0xFF] {
        var bytes = fixture.bytes
        bytes[index] = value
        if let header = PictureHeader(reading: bytes) {
          #expect(header.width > 0 && header.height > 0)
        }
      }
    }
  }

  @Test func `bytes follow the headers in real files`() {
    for fixture in Fixture.all where fixture.format != .svg {
      let header = PictureHeader(reading: fixture.bytes + Bytes(repeating: 0xAB, count: 100))
      #expect(header?.width == 300)
    }
  }

  @Test(arguments: [
    "", "GIF", "%PDF-1.7", "<!doctype html><html><svg width='1' height='1'>", "hello <svg>",
    "<svg width='100%' height='100%'>", "<svg>", "<svg width='0' height='5'>",
    "<svg width='1e999' height='1'>", "<svg viewBox='0 0 0 5'>", "<svg viewBox='0 0 nan 5'>",
    "<svg viewBox='1 2 3'>", "<svg width='5em' height='5em'>", "<svgx width='5' height='5'>",
    "<svg width=5 height=5>", "....ftypheic....",
  ])
  func `what is no picture or has no size is nil`(text: String) {
    #expect(PictureHeader(reading: Bytes(text.utf8)) == nil)
  }

  @Test func `an empty picture is nil`() {
    #expect(PictureHeader(reading: png(width: 0, height: 5)) == nil)
    #expect(PictureHeader(reading: jpeg(width: 5, height: 0)) == nil)
  }

  @Test func `sides too long to multiply are no trap`() {
    #expect(PictureHeader(reading: avif([ispe(0xFFFF_FFFF, 0xFFFF_FFFF)])) == nil)
  }

  @Test(arguments: [
    ("<?xml version='1.0'?>\n<!-- > --><!DOCTYPE svg [<!ENTITY a '>'>]>\n<svg width='4' height='3'>"),
    ("\u{FEFF}<svg width='3pt' height='2.25pt'/>"), ("<svg:svg width='4' height='3'>"),
    ("<svg width='100%' viewBox='0 0 4 3' height='100%'>"), ("<svg width='4' viewBox='0 0 8 6'>"),
    ("<svg height = \"3\" viewBox = '0 0 8 6'>"), ("<svg width='3.6' height='3.4'>"),
  ])
  func `drawings are measured as browsers do`(text: String) throws {
    let header = try #require(PictureHeader(reading: Bytes(text.utf8)))
    #expect(header.width == 4 && header.height == 3)
  }

  @Test func `media types are the registered ones`() {
    #expect(
      PictureFormat.allCases.map(\.mediaType) == [
        "image/png", "image/jpeg", "image/gif", "image/webp", "image/avif", "image/svg+xml",
      ])
  }
}
