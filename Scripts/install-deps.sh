#!/bin/sh
# Installs the C libraries that the build needs, if they are missing: libxml2, zlib and Zstandard with their headers.
set -eu
missing=""
[ -f /usr/include/libxml2/libxml/HTMLparser.h ] || missing="$missing libxml2-dev"
[ -f /usr/include/zlib.h ] || missing="$missing zlib1g-dev"
[ -f /usr/include/zstd.h ] || missing="$missing libzstd-dev"
command -v pkg-config >/dev/null 2>&1 || missing="$missing pkg-config"
[ -n "$missing" ] || exit 0
sudo=""
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null 2>&1 || { echo "install$missing first: this needs root" >&2; exit 1; }
  sudo=sudo
fi
echo "installing$missing" >&2
$sudo apt-get update -q
# shellcheck disable=SC2086
$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing
