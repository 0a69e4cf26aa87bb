internal import Text

/// The headers that keep a page to what it needs: its own stylesheet and pictures, and no script.
///
/// `docs/hosting.md` has them for web servers that read no `_headers`.
enum SecurityHeaders {
  /// The policy that the default theme works under (Content Security Policy Level 3).
  static let contentSecurityPolicy =
    "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; "
    + "form-action 'self'; frame-ancestors 'none'"

  /// The headers with their values.
  static let all = [
    ("Content-Security-Policy", contentSecurityPolicy),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("X-Content-Type-Options", "nosniff"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
  ]

  /// The file `_headers` in the form of Netlify and Cloudflare Pages.
  static func file(basePath: String) -> Bytes {
    var text = basePath + "/*\n"
    for (name, value) in all { text += "  \(name): \(value)\n" }
    return Bytes(text.utf8)
  }
}
