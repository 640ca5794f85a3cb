# Shared by the launchers `belay`, `testing/shop-host` and `testing/shop-client`, which set ROOT and source this file.
# POSIX sh. Everything that it says goes to standard error; standard output belongs to the program.

say() {
    printf '%s\n' "$*" >&2
}

fail() {
    say "$@"
    exit 1
}

# Prints the feature version of the JDK in directory $1, or nothing if there is no JDK.
jdk_version() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
    if [ -r "$1/release" ]; then
        sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
    else
        "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p'
    fi
}

# Sets JDK to the first JDK 25 or newer: JAVA_HOME, then the usual places, then the one that `java` on the PATH is of.
find_jdk() {
    FOUND=
    for JDK in "${JAVA_HOME:-}" \
        /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
        "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        "$(jdk_on_path)"; do
        [ -n "$JDK" ] && [ -d "$JDK" ] || continue
        VERSION=$(jdk_version "$JDK")
        [ -n "$VERSION" ] || continue
        [ "$VERSION" -ge 25 ] && return 0
        FOUND="$FOUND
  JDK $VERSION in $JDK"
    done
    [ -n "$FOUND" ] && FOUND="
Found, but too old:$FOUND"
    fail "Belay needs a JDK 25 or newer. Install one and set JAVA_HOME to its directory.$FOUND"
}

# Prints the directory of the JDK that `java` on the PATH is of.
jdk_on_path() {
    ON_PATH=$(command -v java) || return 0
    "$ON_PATH" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p'
}

find_maven() {
    for MVN in "${MAVEN_HOME:-}/bin/mvn" "$(command -v mvn)" \
        /usr/share/maven/bin/mvn /opt/maven/bin/mvn "$HOME"/.sdkman/candidates/maven/current/bin/mvn; do
        [ -x "$MVN" ] && return 0
    done
    fail "Belay builds itself on first use and needs Maven (3.8 or newer) for that: install it, so that 'mvn' is on the PATH."
}

# Builds module $1 and what it needs into target/launch directories, unless nothing has changed since the last time.
# These directories are apart from those of a build by hand, so neither disturbs the other.
build() {
    STAMP=$ROOT/$1/target/launch/stamp
    fresh "$1" && return 0
    find_maven
    lock
    fresh "$1" || build_now "$1"
    unlock
}

fresh() {
    [ -f "$STAMP" ] && [ -z "$(find "$ROOT"/pom.xml "$ROOT"/*/pom.xml "$ROOT"/*/src/main "$ROOT/$1/src" \
        -newer "$STAMP" 2>/dev/null | head -n 1)" ]
}

lock() {
    LOCK=$ROOT/target/launch.lock
    mkdir -p "$ROOT/target" && [ -w "$ROOT/target" ] || fail "Belay builds into $ROOT, which cannot be written to."
    until mkdir "$LOCK" 2>/dev/null; do
        OWNER=$(cat "$LOCK/pid" 2>/dev/null)
        if [ -n "$OWNER" ] && ! kill -0 "$OWNER" 2>/dev/null; then
            rm -rf "$LOCK"
        else
            sleep 1
        fi
    done
    echo $$ >"$LOCK/pid"
    MAVEN_PID=
    trap 'stop_maven; unlock; exit 130' INT TERM HUP
}

unlock() {
    rm -rf "$LOCK"
    trap - INT TERM HUP
}

stop_maven() {
    [ -z "$MAVEN_PID" ] || kill "$MAVEN_PID" 2>/dev/null
}

build_now() {
    LOG=$ROOT/target/launch.log
    BEGUN=$(date +%s)
    touch "$ROOT/target/launch.begun"
    rm -f "${STAMP%/*}"/*.aot "${STAMP%/*}"/*.aot.failed
    say "Building Belay with JDK $VERSION and Maven; the next start will be quick. Log: $LOG"
    (cd "$ROOT" && JAVA_HOME=$JDK exec "$MVN" -B -pl "$1" -am -DskipTests -Dquick -Dlaunch package) \
        </dev/null >"$LOG" 2>&1 &
    MAVEN_PID=$!
    [ -t 2 ] && show_progress
    if wait "$MAVEN_PID"; then
        MAVEN_PID=
        mkdir -p "${STAMP%/*}"
        mv "$ROOT/target/launch.begun" "$STAMP"
        say "Built in $(($(date +%s) - BEGUN)) s."
    else
        unlock
        grep -E '^\[ERROR\]' "$LOG" | head -n 30 >&2
        fail "The build failed; all of it is in $LOG"
    fi
}

# Shows which module is being built, on one line, until Maven ends.
show_progress() {
    while kill -0 "$MAVEN_PID" 2>/dev/null; do
        MODULE=$(sed -n 's/^\[INFO\] Building \(belay-[a-z]*\) .*\(\[.*\]\)$/\2 \1/p' "$LOG" | tail -n 1)
        printf '\r\033[K  %s' "$MODULE" >&2
        sleep 1
    done
    printf '\r\033[K' >&2
}
