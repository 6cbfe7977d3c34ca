#!/bin/sh
# Makes dist/: a tarball and a Debian package of the program, linked statically, with its lexicons, pipelines and models.
# They run on a machine that has neither Swift nor libxml2. `sh Scripts/dist-test.sh` tries both in a bare Debian.
set -eu
cd "$(dirname "$0")/.."
SWIFT=${SWIFT:-swift}
version=$(sed -n 's/^public let standpointVersion = "\(.*\)"$/\1/p' Sources/Standpoint/Standpoint.swift)
arch=$(dpkg --print-architecture)
name=standpoint-$version-linux-$arch
# The time of the commit, so that the same commit gives the same files.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}
export SOURCE_DATE_EPOCH

# The archives that Debian's libxml2.a refers to.
missing=""
lib=$(dirname "$(find /usr/lib -name libxml2.a | head -n 1)")
[ -f "$lib/libicuuc.a" ] || missing="$missing libicu-dev"
[ -f "$lib/liblzma.a" ] || missing="$missing liblzma-dev"
if [ -n "$missing" ]; then
  sudo=""
  [ "$(id -u)" -eq 0 ] || sudo=sudo
  $sudo apt-get update -q
  # shellcheck disable=SC2086
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing
fi

libraries=""
for library in icuuc icudata lzma z zstd stdc++ m; do libraries="$libraries -Xlinker -l$library"; done
# shellcheck disable=SC2086
$SWIFT build -c release --product standpoint --scratch-path .build-dist -Xswiftc -static-executable $libraries

rm -rf dist
root=dist/$name
mkdir -p "$root/bin" "$root/share/standpoint" "$root/share/doc/standpoint"
cp .build-dist/release/standpoint "$root/bin/"
strip "$root/bin/standpoint"
cp -R Lexicons Pipelines Models "$root/share/standpoint/"
cp README.md CHANGELOG.md LICENSE docs/*.md "$root/share/doc/standpoint/"
find "$root" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
chmod -R u=rwX,go=rX "$root"
tar --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" -C dist -cf - "$name" \
  | gzip -9n >"dist/$name.tar.gz"

# The package: the same tree under /usr.
package=dist/package
mkdir -p "$package/DEBIAN" "$package/usr"
cp -R "$root/." "$package/usr/"
mv "$package/usr/share/doc/standpoint/LICENSE" "$package/usr/share/doc/standpoint/copyright"
cat >"$package/DEBIAN/control" <<CONTROL
Package: standpoint
Version: $version
Architecture: $arch
Section: science
Priority: optional
Maintainer: The Standpoint developers <standpoint@localhost>
Installed-Size: $(du -ks "$package/usr" | cut -f 1)
Description: who said what, about whom, and with which stance
 Reads folders of news articles (HTML, XML, text) and writes a table of
 statements, their speakers, their targets and the stance taken, each row
 traceable to the characters that it came from.
CONTROL
dpkg-deb --root-owner-group -Zgzip --build "$package" "dist/standpoint_${version}_$arch.deb" >/dev/null
rm -rf "$package"
rm -rf "$root"
ls -l dist
