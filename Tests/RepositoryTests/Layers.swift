/// What each target may import: only what is below it.
///
/// The package manager does not see to that: whatever a dependency depends on can be imported too.
let layers: [String: Set<String>] = [
  // C: the system's libraries and our own C.
  "CByteVectors": [], "CCMarkGFM": [], "CLibYAML": [], "CMarkThreads": [], "CMimalloc": [],
  "CUTF8Proc": [], "CXXHash": [],
  // 0: text, time and messages.
  "Text": ["CByteVectors", "CUTF8Proc"],
  "CivilTime": ["Text"],
  "Diagnostics": ["Text"],
  // 1: languages and formats; none knows another, none knows a site.
  "FrontMatter": ["CLibYAML", "CivilTime", "Diagnostics", "Text"],
  "Markdown": ["CCMarkGFM", "CMarkThreads", "Diagnostics", "Text"],
  "Templates": ["CivilTime", "Diagnostics", "Text"],
  "Feeds": ["CivilTime", "Text"],
  "Calendars": ["CivilTime", "Text"],
  "Citations": ["CivilTime", "Text"],
  "StructuredData": ["CivilTime", "Text"],
  "Funding": ["Text"],
  "Pictures": ["Text"],
  "DefaultTheme": ["Text"],
  // 2: the content model and the pipeline.
  "Site": [
    "CXXHash", "Calendars", "Citations", "CivilTime", "Crypto", "Diagnostics", "Feeds",
    "FrontMatter", "Funding", "Markdown", "Pictures", "StructuredData", "Templates", "Text",
  ],
  // 3: what is made of a planned site beside the site itself.
  "Checks": ["CivilTime", "Diagnostics", "FrontMatter", "Funding", "Pictures", "Site", "Text"],
  "Dissemination": [
    "CivilTime", "Diagnostics", "Feeds", "FrontMatter", "Funding", "Pictures", "Site", "Text",
  ],
  // 4: the command line.
  "brightpress": [
    "ArgumentParser", "CMimalloc", "Checks", "CivilTime", "DefaultTheme", "Diagnostics",
    "Dissemination", "Feeds", "FrontMatter", "Site", "Templates", "Text",
  ],
  // A tool of the build.
  "embed-theme": [],
]

/// Parts of the standard library that any file may import.
let standardModules: Set<String> = ["Synchronization"]

/// Modules of the operating system, and Foundation.
let platformModules: Set<String> = [
  "Darwin", "Dispatch", "Foundation", "FoundationEssentials", "Glibc", "Musl", "System",
]

/// The files, and the folders where a `/` ends the path, that may import a platform module.
let platformFiles: [String] = [
  // Powers of numbers are in the C library only.
  "Sources/Templates/Rendering/Power.swift",
  // The disk.
  "Sources/Site/Files/DiskFileSystem.swift",
  "Sources/brightpress/",
  "Sources/embed-theme/",
]

/// Libraries of others, which one file each keeps from all other files.
let wrappedModules = [
  "CByteVectors", "CCMarkGFM", "CLibYAML", "CMarkThreads", "CMimalloc", "CUTF8Proc", "CXXHash",
  "Crypto",
]

/// The targets that may write to the terminal.
let printingTargets: Set<String> = ["brightpress", "embed-theme"]
