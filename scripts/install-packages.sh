#!/bin/sh
# install-packages.sh PACKAGE...: installs Debian packages for the tests, as root. None becomes a service of this machine:
# policy-rc.d keeps it from starting now, `systemctl disable` from starting at the next boot.
set -eu
export DEBIAN_FRONTEND=noninteractive

guard=/usr/sbin/policy-rc.d
if [ ! -e "$guard" ]; then
  trap 'rm -f "$guard"' EXIT
  trap 'exit 1' HUP INT TERM
  printf '#!/bin/sh\nexit 101\n' >"$guard"
  chmod 755 "$guard"
fi

# A broken foreign package source fails `update` as a whole; the lists that did arrive may still do.
apt-get -qq update || echo 'apt-get update failed; trying with the package lists that are here' >&2
apt-get -qq -o DPkg::Lock::Timeout=120 install -y --no-install-recommends "$@" >/dev/null

case " $* " in *' dovecot-imapd '*)
  if command -v systemctl >/dev/null; then
    systemctl disable dovecot.service dovecot.socket >/dev/null 2>&1 || true
  fi
esac
