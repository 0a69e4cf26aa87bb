#!/bin/sh
# Sees to it that everything the build needs is on this machine, and says nothing where it is.
#
# Debian and Ubuntu: installs the missing packages. Elsewhere: says what to install.
# Exit status: 0 all is there; 3 something is missing that could not be installed.

set -eu

swift_major=6
swift_minor=2

say() { printf '%s\n' "bootstrap: $*" >&2; }

# Swift comes from swift.org and not from a distribution: it is never installed from here.
require_swift() {
  if ! command -v swift >/dev/null 2>&1; then
    say "swift is not installed; get $swift_major.$swift_minor or newer from https://www.swift.org/install/"
    exit 3
  fi
  version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
  major=${version%%.*}
  minor=${version#*.}
  if [ -z "$version" ] || [ "$major" -lt "$swift_major" ] ||
    { [ "$major" -eq "$swift_major" ] && [ "$minor" -lt "$swift_minor" ]; }; then
    say "swift ${version:-of unknown version} is too old; get $swift_major.$swift_minor or newer from https://www.swift.org/install/"
    exit 3
  fi
}

has_tool() { command -v "$1" >/dev/null 2>&1; }

has_library() { has_tool pkg-config && pkg-config --exists "$1"; }

# The extensions of cmark-gfm have no pkg-config file of their own: their header tells.
has_extensions() {
  has_library libcmark-gfm || return 1
  for folder in "$(pkg-config --variable=includedir libcmark-gfm)" /usr/include /usr/local/include; do
    if [ -f "$folder/cmark-gfm-core-extensions.h" ]; then return 0; fi
  done
  return 1
}

# Not every version of mimalloc has a pkg-config file; only Linux needs it.
has_mimalloc() {
  [ ! -d /proc/self ] || has_library mimalloc || [ -f /usr/include/mimalloc.h ] ||
    [ -f /usr/local/include/mimalloc.h ]
}

# The IANA time zone database, which the program reads.
has_time_zones() { [ -f /usr/share/zoneinfo/Etc/UTC ] || [ -f /etc/zoneinfo/Etc/UTC ]; }

# The Debian packages of what is missing.
missing_packages() {
  has_tool git || echo git
  has_tool pkg-config || echo pkg-config
  has_library libcmark-gfm || echo libcmark-gfm-dev
  has_extensions || echo libcmark-gfm-extensions-dev
  has_library yaml-0.1 || echo libyaml-dev
  has_library libxxhash || echo libxxhash-dev
  has_library libutf8proc || echo libutf8proc-dev
  has_mimalloc || echo libmimalloc-dev
  has_time_zones || echo tzdata
}

explain() {
  say "missing: $(echo $1)"
  say "install git, pkg-config, the time zone database, and, with their headers, cmark-gfm with its extensions, libyaml, xxHash, utf8proc and (on Linux) mimalloc"
  say "  Debian, Ubuntu: apt-get install $(echo $1)"
  say "  macOS: brew install pkgconf cmark-gfm libyaml xxhash utf8proc"
  exit 3
}

require_swift
missing=$(missing_packages)
if [ -z "$missing" ]; then exit 0; fi

has_tool apt-get || explain "$missing"
if [ "$(id -u)" -eq 0 ]; then
  privileged="env"
elif has_tool sudo; then
  privileged="sudo env"
else
  explain "$missing"
fi

say "installing: $(echo $missing)"
# Unquoted on purpose: one word for each package.
# shellcheck disable=SC2086
{
  $privileged DEBIAN_FRONTEND=noninteractive apt-get update -qq &&
    $privileged DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
} >&2 || explain "$missing"

missing=$(missing_packages)
if [ -n "$missing" ]; then explain "$missing"; fi
