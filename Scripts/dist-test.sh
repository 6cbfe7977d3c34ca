#!/bin/sh
# Tries the files of dist/ in a bare Debian that debootstrap makes: the tables must be the golden ones. Needs root.
set -eu
cd "$(dirname "$0")/.."
[ "$(id -u)" -eq 0 ] || { echo "dist-test: run as root, for chroot" >&2; exit 2; }
command -v debootstrap >/dev/null || { apt-get update -q; apt-get install -y -q --no-install-recommends debootstrap; }
suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | head -n 1)
root=$(mktemp -d)
trap 'umount "$root/proc" 2>/dev/null || true; rm -rf "$root"' EXIT
debootstrap --variant=minbase "$suite" "$root" "$mirror" >"$root.log" 2>&1 || { tail -n 20 "$root.log" >&2; exit 1; }
rm -f "$root.log"
# The runtime looks up its own path there.
mount -t proc proc "$root/proc"
cp -R Samples "$root/Samples"

check() {
  chroot "$root" /bin/sh -c "cd / && $1 run news Samples --output /out" || [ $? -eq 1 ]
  for table in stances statements speakers documents; do
    diff -q "Tests/Golden/$table.csv" "$root/out/$table.csv" || { echo "dist-test: $2 gives another $table.csv"; exit 1; }
  done
  rm -rf "$root/out"
  echo "dist-test: $2: the tables are the golden ones"
}

cp dist/standpoint_*.deb "$root/standpoint.deb"
chroot "$root" dpkg -i /standpoint.deb
check standpoint "the package"
chroot "$root" dpkg -r standpoint
tar -C "$root/opt" -xzf dist/standpoint-*.tar.gz
check "/opt/standpoint-*/bin/standpoint" "the tarball"
