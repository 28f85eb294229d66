#!/bin/sh
# fetch-source.sh PACKAGE VERSION SHA256 SUITE [FOLDER]: puts a library's sources into build/third_party/PACKAGE (or FOLDER).
# It takes the distribution's source package from the mirrors that this machine's apt already uses, with a private apt configuration:
# the system's sources, lists and cache are neither read for packages nor changed. apt checks the archive's signature, we check the
# SHA-256 of the tarball. SUITE is asked first, then the machine's own release; when VERSION is gone, a newer one is taken with a warning.
# Root is not needed. A second run does nothing.
# Exit codes: 0 ready; 2 no mirror of this machine has it (the message tells other ways); 1 anything else.
set -eu

[ $# -ge 4 ] || { sed -n '2,7s/^# //p' "$0" >&2; exit 1; }
package=$1 wanted=$2 wanted_sha256=$3 suite=$4

root=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
target=${5:-$root/build/third_party/$package}
work=$target.fetch

say() { printf '%s: %s\n' "$package" "$*"; }
fail() { say "$*" >&2; exit 1; }
no_package() {
    say "$*" >&2
    say "use a copy that you have (cmake -D$(printf %s "$package" | tr a-z A-Z)_DIR=/path/to/$package)," >&2
    say "or let CMake take it from the project's own repository (cmake -DPROBLEMATOR_FETCH=ON)" >&2
    exit 2
}

if [ -f "$target/.version" ]; then
    say "$(cat "$target/.version") is already in $target"
    exit 0
fi
command -v apt-get >/dev/null 2>&1 || no_package "this system has no apt"
for tool in tar xz sha256sum; do command -v "$tool" >/dev/null 2>&1 || fail "the tool $tool is missing: apt-get install tar xz-utils coreutils"; done

rm -rf "$work"
mkdir -p "$work/lists/partial" "$work/cache/archives/partial"
trap 'rm -rf "$work"' EXIT

private_apt() {
    program=$1; shift
    "$program" -o Dir::Etc::sourcelist="$work/sources.list" -o Dir::Etc::sourceparts=- -o Dir::Etc::preferencesparts=- \
        -o Dir::State::lists="$work/lists" -o Dir::Cache="$work/cache" -o APT::Get::List-Cleanup=0 -o Acquire::Languages=none "$@"
}

# Debian's keyring signs the line when it is installed; otherwise apt's own trusted keys decide.
signed_by=""
for keyring in /usr/share/keyrings/debian-archive-keyring.gpg /usr/share/keyrings/debian-archive-keyring.pgp; do
    [ -r "$keyring" ] && { signed_by="[signed-by=$keyring] "; break; }
done
own=$(. /etc/os-release && printf %s "${VERSION_CODENAME:-}")

# The suite that the version is known from, and the machine's own release with its security fixes: those of them that its mirrors have.
: > "$work/found.list"
for mirror in $(apt-get indextargets --format '$(REPO_URI)' 2>/dev/null | sort -u); do
    for part in "$suite" ${own:+"$own" "$own-security"}; do
        printf 'deb-src %s%s %s main\n' "$signed_by" "$mirror" "$part" > "$work/sources.list"
        private_apt apt-get update -o APT::Update::Error-Mode=any > "$work/log" 2>&1 || {
            grep -qE 'NO_PUBKEY|EXPKEYSIG|not signed' "$work/log" && say "the signature of $part cannot be checked here: apt-get install debian-archive-keyring (or a newer one)" >&2
            continue
        }
        cat "$work/sources.list" >> "$work/found.list"
        private_apt apt-cache showsrc "$package" 2>> "$work/log" | grep -qFx "Version: $wanted" && break 2
    done
done
mv "$work/found.list" "$work/sources.list"
private_apt apt-cache showsrc "$package" > "$work/versions" 2> "$work/log" || true
versions=$(sed -n 's/^Version: //p' "$work/versions" | sort -uV)
[ -n "$versions" ] || no_package "no mirror of this machine has the source package"

version=$(printf '%s\n' "$versions" | grep -Fx -e "$wanted" || true)
if [ -z "$version" ]; then
    version=$(printf '%s\n%s\n' "$versions" "$wanted" | sort -V | tail -n 1)
    [ "$version" != "$wanted" ] || no_package "the mirrors have only older versions: $(printf %s "$versions" | tr '\n' ' ')"
    say "warning: $wanted is gone, taking $version; only apt's signature vouches for it"
fi

say "downloading $version"
(cd "$work" && private_apt apt-get source --download-only "$package=$version") > "$work/log" 2>&1 || { cat "$work/log" >&2; fail "the download failed"; }
tarball=$(find "$work" -maxdepth 1 -name "${package}_*.orig.tar.*" ! -name '*.asc' | head -n 1)
[ -n "$tarball" ] || fail "the package holds no source tarball"
if [ "$version" = "$wanted" ]; then
    printf '%s  %s\n' "$wanted_sha256" "$tarball" | sha256sum --check --status || fail "the tarball is not the one we know (SHA-256 differs)"
fi

say "unpacking"
mkdir "$work/tree"
tar -xf "$tarball" -C "$work/tree" --strip-components=1
printf '%s\n' "$version" > "$work/tree/.version"
rm -rf "$target"
mkdir -p "$(dirname "$target")"
mv "$work/tree" "$target"
say "$version is in $target"
