# What a deploy does on the host, as functions of a POSIX shell: nothing is installed there.
# It needs sh, the usual small programs (ln, mv, cat, comm, mkdir, readlink, rm, sync) and rsync.
#
#   current -> releases/000042-3f9a…/site   what the web server shows
#   releases/000042-3f9a…/site/             all files of one release, then old hashed ones
#   releases/000042-3f9a…/assets            which of its own files are hashed
#   releases/000042-3f9a…/previous          which release was live before it
#   incoming.…  switch.…  trash.…           work in progress; whoever died is swept up after
#   lock -> pid@boot@who, beat              one deploy at a time, and its last sign of life
#   log                                     what was done, when, by whom
#
# A name in releases/ is whole: it came there by one rename(2). So is `current`.

umask 022
export LC_ALL=C
unset CDPATH

points_to() { readlink "$1" 2>/dev/null; }

live() {
  at=$(points_to current)
  case $at in releases/*/site) at=${at#releases/}; echo "${at%/site}" ;; esac
}

note() { echo "$(date -u +%Y-%m-%dT%H:%M:%SZ) $*" >>log; }

# linked: `current` is ours to move: a link, or not there yet; else 8.
linked() { if [ -e current ] && [ ! -L current ]; then return 8; fi; }

# enter FOLDER: go there, make it when it is not; 3 when it holds something foreign. A folder that has
# lost its releases is still ours.
enter() {
  if [ -e "$1" ] && [ ! -d "$1/releases" ]; then
    [ -d "$1" ] || return 3
    ls -A "$1" | while IFS= read -r name; do
      case $name in current | log | lock | beat | incoming.* | switch.* | trash.*) ;; *) exit 3 ;; esac
    done || return 3
  fi
  mkdir -p "$1/releases" && cd "$1" || return 1
  linked
}

# look FOLDER: go there to read; 4 when nothing was ever deployed.
look() { [ -d "$1/releases" ] && cd "$1" || return 4; }

boot() { cat /proc/sys/kernel/random/boot_id 2>/dev/null || echo -; }

# beat: a sign of life, every few seconds for as long as the deploy lives.
beat() { touch beat 2>/dev/null || :; }

# alive PID@BOOT@WHO: whether the holder of a lock still runs, and nobody else under its number.
# One that has heard nothing of its deploy for minutes is ended: its line has gone silent.
alive() {
  pid=${1%%@*}; rest=${1#*@}
  [ "${rest%%@*}" = "$(boot)" ] && kill -0 "$pid" 2>/dev/null || return 1
  [ ! -r "/proc/$pid/cmdline" ] || grep -q council-delivery "/proc/$pid/cmdline" || return 1
  if [ -n "$(find beat -mmin +2 2>/dev/null)" ]; then kill "$pid"; return 1; fi
}

# lock WHO: take the lock; 10 and the holder's name when somebody alive has it, 9 when it is none. A dead holder's lock
# is moved aside: of two who try, one finds that it has moved a living one, and gives it back.
lock() {
  mine="$$@$(boot)@$1"; tries=0
  if [ -e lock ] && [ ! -L lock ]; then return 9; fi
  until ln -s "$mine" lock 2>/dev/null; do
    held=$(points_to lock)
    if [ -z "$held" ]; then
      tries=$((tries + 1))
      [ $tries -lt 5 ] || { ln -s "$mine" lock; return 1; }
    elif alive "$held"; then
      echo "${held##*@}"; return 10
    elif mv -f lock "lock.old.$$" 2>/dev/null; then
      moved=$(points_to "lock.old.$$")
      if [ "$moved" != "$held" ]; then ln -s "$moved" lock 2>/dev/null; fi
      rm -f "lock.old.$$"
    fi
  done
  beat
}

holds_lock() { [ "$(points_to lock)" = "$mine" ]; }
unlock() { if holds_lock; then rm -f lock beat; fi; }

# state: what is there, a line a thing.
state() {
  echo "live $(live)"
  for one in releases/*; do
    if [ -d "$one/site" ]; then echo "release ${one#releases/} $(cat "$one/previous" 2>/dev/null)"; fi
  done
  for one in incoming.*; do if [ -d "$one" ]; then echo "incoming $one"; fi; done
}

# carry RELEASE: give it hard links to the hashed files of all releases kept, so that a page that a
# browser loaded before the switch finds its style, script and pictures after it. Both lists are
# sorted: only what it lacks is looked at, a handful of thousands.
carry() {
  for list in releases/*/assets; do
    [ -f "$list" ] && [ "$list" != "$1/assets" ] || continue
    from=${list%assets}site
    comm -23 "$list" "$1/assets" | while IFS= read -r path; do
      if [ -e "$1/site/$path" ] || [ ! -f "$from/$path" ]; then continue; fi
      mkdir -p "$1/site/${path%/*}" || exit 1
      ln "$from/$path" "$1/site/$path" 2>/dev/null || cp -p "$from/$path" "$1/site/$path" || exit 1
    done || return 1
  done
}

# flush WHAT: all that was written is on the disk (-f .), or a name in this folder is (.). The whole
# machine is asked where a host knows no better, and not where a disk has refused.
flush() {
  said=$(sync "$@" 2>&1) && return
  case $said in
    *"nput/output error"* | *"o space left"* | *"uota exceeded"*) echo "$said"; return 1 ;;
  esac
  sync
}

# settle INCOMING NAME: what was uploaded becomes a release, at once and for good.
settle() {
  carry "$1" && flush -f . && holds_lock && mv "$1" "releases/$2" && flush -f .
}

# point NAME: `current` leads to a release, by one rename(2). Shells have no word for that:
# GNU and busybox say mv -T, BSD mv -h, and rsync replaces a link the same way everywhere.
point() {
  [ -d "releases/$1/site" ] || return 1
  [ ! -e "switch.$$" ] || rm -rf "switch.$$"
  mkdir "switch.$$" && ln -s "releases/$1/site" "switch.$$/current" || return 1
  mv -fT "switch.$$/current" current 2>/dev/null ||
    mv -fh "switch.$$/current" current 2>/dev/null ||
    rsync --links "switch.$$/current" ./
  rm -rf "switch.$$"
  flush . >/dev/null || : # switched it is; a disk that forgets it shows the former one, whole
  [ "$(live)" = "$1" ]
}

# show NAME: a new release goes live.
show() {
  was=$(live)
  if [ "$was" != "$1" ]; then echo "$was" >"releases/$1/previous" || return 1; fi
  holds_lock && point "$1"
}

# names: our releases, newest first; what else lies there is none of our business.
names() { ls -r releases | grep -E '^[0-9]{6,}-[0-9a-f]{16}$'; }

# before NAME: the release that was live before it. Where nobody knows, the newest that is older.
before() {
  was=$(cat "releases/$1/previous" 2>/dev/null)
  if [ -n "$was" ] && [ -d "releases/$was/site" ]; then echo "$was"; return; fi
  for one in $(names); do
    if [ -z "$1" ] || [ "${one%%-*}" -lt "${1%%-*}" ]; then echo "$one"; return; fi
  done
}

# back [NAME]: return to a release, the one live before when none is named; 5 when there is none.
back() {
  to=$1
  if [ -z "$to" ]; then to=$(before "$(live)"); fi
  if [ -z "$to" ] || [ ! -d "releases/$to/site" ]; then return 5; fi
  carry "releases/$to"
  holds_lock && point "$to" && echo "$to"
}

# named WORD: the release that a person means by its name or number; 7 and all names if none.
named() {
  for one in $(names); do
    if [ "$one" = "$1" ] || [ "${one%%-*}" -eq "$1" ] 2>/dev/null; then echo "$one"; return; fi
  done
  names; return 7
}

# rollback FOLDER WHO [WORD]: all of a return in one word: it must be quick. Its name, then what
# the release says of itself.
rollback() {
  look "$1" && linked && lock "$2" || return
  was=$(live); to=$3; code=0
  if [ -n "$to" ]; then to=$(named "$to") || code=$?; fi
  if [ $code = 0 ]; then to=$(back "$to") || code=$?; fi
  if [ $code = 0 ]; then note "$2 rollback $was -> $to"; fi
  unlock
  echo "$to"
  [ $code != 0 ] || cat "releases/$to/site/release.json"
  return $code
}

# prune KEEP: leave the newest; never take the live one, nor the one to return to.
prune() {
  now=$(live); former=$(before "$now"); count=0
  for one in $(names); do
    count=$((count + 1))
    if [ $count -le "$1" ] || [ "$one" = "$now" ] || [ "$one" = "$former" ]; then continue; fi
    holds_lock && mv "releases/$one" "trash.$one" || return 1
  done
  sweep
}

# sweep [EXCEPT]: remove what those who died have left.
sweep() {
  for one in incoming.* switch.* trash.* lock.old.*; do
    if [ "$one" != "$1" ]; then rm -rf "./$one"; fi
  done
}

# check NAME: compare a release with its checksums, where the host can.
check() {
  command -v sha256sum >/dev/null || return 6
  (cd "releases/$1/site" && sha256sum -c ../checksums 2>/dev/null | sed -n 's/: FAILED.*//p')
}
