#!/bin/sh
# Tests of the script steadymi on a project tree of its own in which Java and Maven are stand-ins, so that every case
# takes milliseconds: sh tools/launcher/src/test/sh/steadymi-test.sh
set -u

script=$(CDPATH='' cd "$(dirname "$0")/../../../../.." && pwd)/steadymi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
project="$scratch/a project"
target="$project/tools/launcher/target/quick"
passed=0
failed=0

# The stand-ins: java prints its class path, TensorFlow's log level and the arguments, or writes an archive of classes; mvn writes what a
# build leaves, and one line per build into the file builds.
write_stand_ins() {
  mkdir -p "$scratch/jdk/bin" "$scratch/maven" "$scratch/empty"
  cat >"$scratch/jdk/bin/java" <<'JAVA'
#!/bin/sh
archive=none
if [ "$1" = -version ]; then
  case ${JAVA_TOOL_OPTIONS:-} in
    *4gb*)
      printf 'Picked up JAVA_TOOL_OPTIONS: -Xmx4gb\nInvalid maximum heap size: -Xmx4gb\nError: Could not create it.\n' >&2
      exit 1
      ;;
  esac
  echo "openjdk version \"${FAKE_JAVA:-17.0.15}\" 2025-04-15" >&2
  exit 0
fi
while [ "$1" != -cp ]; do
  case $1 in -Dspark.jars=* | -Dsteadymi.spark.log=*) echo "${1#-D}" ;; esac
  shift
done
[ -z "${FAKE_ERROR:-}" ] || echo "$FAKE_ERROR" >&"$STEADYMI_STDERR"
class_path=$2
shift 2
while :; do
  case $1 in
    -XX:SharedArchiveFile=*)
      archive=${1#*=}
      [ "$(cat "$archive")" = classes ] || kill -BUS $$
      ;;
    -XX:ArchiveClassesAtExit=*) archive=${1#*=} ;;
    -*) ;;
    *) break ;;
  esac
  shift
done
if [ "$1" = org.steadymi.launcher.Rehearsal ]; then
  printf '%s' "${FAKE_CLASSES-classes}" >"$archive"
  shift
  echo "$*" >>"${archive%/tools/*}/rehearsals"
  exit "${FAKE_REHEARSAL:-0}"
fi
echo "archive: $archive"
echo "class path: $class_path"
echo "log level: ${TF_CPP_MIN_LOG_LEVEL:-unset}"
echo "oneDNN: ${TF_ENABLE_ONEDNN_OPTS:-unset}"
shift
for argument; do echo "argument: $argument"; done
[ "${1:-}" != exit ] || exit "$2"
JAVA
  printf '#!/bin/sh\n' >"$scratch/jdk/bin/javac"
  cat >"$scratch/maven/mvn" <<'MVN'
#!/bin/sh
if [ "$1" = -version ]; then
  printf '\033[1mApache Maven %s\033[m\n' "${FAKE_MAVEN:-3.8.7}"
  exit 0
fi
echo $$ >maven-pid
echo "$*" >>builds
echo '[INFO] the progress of Maven'
target=tools/launcher/target/quick
sleep "${FAKE_SECONDS:-0}"
[ -z "${FAKE_SAVE:-}" ] || { sleep 0.1 && touch graphs/src/main/Bound.java; }
mkdir -p "$target"
case $* in *gpu*) tensorflow=tf-gpu.jar ;; *) tensorflow=tf.jar ;; esac
touch "$target/steadymi-launcher.jar" "$target/$tensorflow"
echo "$PWD/$target/$tensorflow" >"$target/classpath"
case $* in
  *tools/spark*)
    [ -z "${FAKE_OFFLINE:-}" ] || { echo '[ERROR] Could not resolve dependencies' && exit 1; }
    spark=tools/spark/target/quick
    mkdir -p "$spark"
    touch "$spark/steadymi-spark.jar" "$spark/spark-core.jar"
    echo "$PWD/$target/steadymi-launcher.jar,$PWD/$target/$tensorflow" >"$spark/jars"
    echo "$PWD/$spark/spark-core.jar" >"$spark/spark"
    ;;
esac
[ -z "${FAKE_FAILURE:-}" ] || exit 1
MVN
  chmod +x "$scratch/jdk/bin/java" "$scratch/jdk/bin/javac" "$scratch/maven/mvn"
  # What the script itself calls, and no Java or Maven of this machine.
  mkdir "$scratch/bin"
  for tool in cat dirname find grep head mkdir mv readlink rm rmdir sed sh sleep touch; do
    ln -s "$(command -v "$tool")" "$scratch/bin/$tool"
  done
}

new_project() {
  rm -rf "$project"
  mkdir -p "$project/graphs/src/main" "$project/tools/launcher/src/main"
  cp "$script" "$project/steadymi"
  touch -t 202601010000 "$project/pom.xml" "$project/graphs/pom.xml" "$project/graphs/src/main/Bound.java" \
    "$project/graphs/src/main/Old.java" "$project/graphs/src/main" "$project/tools/launcher/src/main"
}

# Runs the script with the stand-ins; leaves $out, $err and $code. Variables go before: FAKE_JAVA=11 steadymi …
steadymi() {
  code=0
  PATH=${FAKE_PATH:-$scratch/jdk/bin:$scratch/maven:$scratch/bin} "${entry:-$project/steadymi}" "$@" \
    >"$scratch/out" 2>"$scratch/err" || code=$?
  out=$(cat "$scratch/out")
  err=$(cat "$scratch/err")
}

builds() { if [ -f "$project/builds" ]; then grep -c . "$project/builds"; else echo 0; fi; }

# A name, then a command that must succeed.
check() {
  name=$1
  shift
  if "$@"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'FAILED: %s\n  exit code %s\n  stdout: %s\n  stderr: %s\n' "$name" "$code" "$out" "$err" >&2
  fi
}

has() { case $1 in *"$2"*) ;; *) return 1 ;; esac; }
is() { [ "$1" = "$2" ]; }
one_line() { [ "$(printf '%s\n' "$1" | grep -c .)" = 1 ] && has "$1" "$2"; }

unset JAVA_HOME STEADYMI_GPU TF_CPP_MIN_LOG_LEVEL TF_ENABLE_ONEDNN_OPTS
write_stand_ins

new_project
steadymi 'two words' ''
check 'first use builds' is "$(builds)" 1
check 'first use says so' has "$err" 'steadymi: building'
check 'Maven reports on stderr' has "$err" 'the progress of Maven'
check 'stdout is the command alone' is "$out" "archive: $target/classes.jsa
class path: $target/steadymi-launcher.jar:$target/tf.jar
log level: 2
oneDNN: unset
argument: two words
argument: "
check 'a build ends with an archive of classes' is "$(cat "$project/rehearsals")" ''
check 'the lock is gone' [ ! -e "$target/build-lock" ]

steadymi exit 7
check 'second use does not build' is "$(builds)" 1
check 'second use is silent' is "$err" ''
check 'the exit code is the command'\''s' is "$code" 7

steadymi --verbose
check 'TensorFlow talks with --verbose' has "$out" 'log level: unset'
TF_CPP_MIN_LOG_LEVEL=0 steadymi
check 'a log level that is set stays' has "$out" 'log level: 0'

{
  echo before
  FAKE_ERROR='a line of progress' PATH=$scratch/jdk/bin:$scratch/maven:$scratch/bin "$project/steadymi"
  echo after
} >"$scratch/both" 2>&1
check 'one file for all outputs keeps them in order' has "$(cat "$scratch/both")" "before
a line of progress
archive: "
check 'what follows in the same file comes after' is "$(tail -n 1 "$scratch/both")" after

for words in '--critic small-cnn:width=4' '--critic=resnet18' 'experiment images-supervised' 'experiment --resume self-consistency'; do
  steadymi $words
  check "oneDNN for convolutions: $words" has "$out" 'oneDNN: 1'
done
for words in 'train --critic mlp' 'experiment staircase' 'evaluate images-1'; do
  steadymi $words
  check "no oneDNN without convolutions: $words" has "$out" 'oneDNN: unset'
done
TF_ENABLE_ONEDNN_OPTS=0 steadymi --critic small-cnn
check 'what is set of oneDNN stays' has "$out" 'oneDNN: 0'

ln -s "a project/steadymi" "$scratch/link"
ln -s "$scratch/link" "$scratch/link to link"
entry="$scratch/link to link" steadymi there
check 'works through symbolic links' has "$out" 'argument: there'

touch "$project/graphs/src/main/Bound.java"
steadymi
check 'a newer source builds' is "$(builds)" 2
rm "$project/graphs/src/main/Old.java"
steadymi
check 'a removed source builds' is "$(builds)" 3
touch "$project/graphs/pom.xml"
steadymi
check 'a newer pom.xml builds' is "$(builds)" 4
rm "$target/tf.jar"
steadymi
check 'a missing jar builds' is "$(builds)" 5
steadymi
check 'and then not again' is "$(builds)" 5

STEADYMI_GPU=1 steadymi
check 'the CUDA build is another build' is "$(builds)" 6
check 'with the CUDA library alone' has "$out" "steadymi-launcher.jar:$target/tf-gpu.jar"
STEADYMI_GPU=0 steadymi
check 'and back' has "$out" "steadymi-launcher.jar:$target/tf.jar"

rm "$target/tf.jar"
FAKE_FAILURE=yes steadymi
check 'a failed build ends with 1' is "$code" 1
check 'and says so' has "$err" 'steadymi: the build failed'
steadymi
check 'it is not taken for a build' is "$(builds)" 9

touch "$project/pom.xml"
FAKE_SAVE=yes steadymi
steadymi
check 'a source saved during a build builds again' is "$(builds)" 11

touch "$project/pom.xml"
FAKE_REHEARSAL=1 steadymi
check 'without its archive the program runs all the same' has "$out" 'archive: none'
touch "$project/pom.xml"
FAKE_CLASSES=cla steadymi
check 'an archive that ends Java is none' has "$out" 'archive: none'
check 'and nothing is said of it' is "$(printf '%s' "$err" | grep -c 'steadymi:')" 1

new_project
spark="$project/tools/spark/target/quick"
steadymi experiment staircase --on spark
check 'Spark is built at its first use' is "$(builds)" 2
check 'Maven builds the module for it' has "$(cat "$project/builds")" '--projects tools/spark --also-make --activate-profiles quick,spark package'
check 'its lines go into a file' has "$(cat "$spark/build.log")" 'the progress of Maven'
check 'Spark is first on the class path' has "$out" "class path: $spark/spark-core.jar:$spark/steadymi-spark.jar:$target/steadymi-launcher.jar:$target/tf.jar"
check 'workers are sent the rest' has "$out" "spark.jars=$spark/steadymi-spark.jar,$target/steadymi-launcher.jar,$target/tf.jar"
check 'it has an archive of classes of its own' has "$out" "archive: $spark/classes.jsa"
check 'from verbs on Spark' is "$(tail -n 1 "$project/rehearsals")" '--on spark'
check 'Spark is quiet' has "$out" 'steadymi.spark.log=off'
steadymi experiment staircase --verbose --on=spark://host:7077
check 'it is built once' is "$(builds)" 2
check 'Spark talks with --verbose' has "$out" 'steadymi.spark.log=info'
steadymi experiment staircase --on sparkk
check 'nobody else has Spark on the class path' has "$out" "class path: $target/steadymi-launcher.jar:$target/tf.jar"
rm "$spark/spark-core.jar"
steadymi --on spark
check 'a missing jar of Spark builds' is "$(builds)" 3

new_project
steadymi
FAKE_OFFLINE=yes steadymi --on spark
check 'Spark cannot be had: exit code 2' is "$code" 2
check 'Spark cannot be had: one line' one_line "$(printf '%s' "$err" | sed 1d)" 'go online once'
steadymi
check 'the rest works without' is "$code" 0

new_project
FAKE_SECONDS=30 steadymi &
until [ -f "$target/build-lock/pid" ] && [ -f "$project/builds" ]; do sleep 0.1; done
kill -9 "$(cat "$target/build-lock/pid")" "$(cat "$project/maven-pid")"
wait
check 'a killed build leaves its lock' [ -e "$target/build-lock" ]
steadymi after
check 'a build that was killed is done again' is "$(builds)" 2
check 'its lock is taken over' has "$out" 'argument: after'

for signal in HUP:129 TERM:143; do
  new_project
  (
    FAKE_SECONDS=1 steadymi
    echo "$code" >"$scratch/code"
  ) &
  until [ -f "$target/build-lock/pid" ] && [ -f "$project/builds" ]; do sleep 0.1; done
  kill -s "${signal%:*}" "$(cat "$target/build-lock/pid")"
  wait
  check "a build that ${signal%:*} ends says so" is "$(cat "$scratch/code")" "${signal#*:}"
  check "a build that ${signal%:*} ends leaves no lock" [ ! -e "$target/build-lock" ]
done

new_project
mkdir "$scratch/closed"
cat >"$scratch/closed/mkdir" <<'MKDIR'
#!/bin/sh
case $* in *build-lock) exit 1 ;; esac
PATH=${PATH#*:} exec mkdir "$@"
MKDIR
chmod +x "$scratch/closed/mkdir"
FAKE_PATH=$scratch/closed:$scratch/jdk/bin:$scratch/maven:$scratch/bin steadymi
check 'no lock can be made: exit code 2' is "$code" 2
check 'no lock can be made: one line' one_line "$err" 'nothing can be written'
new_project
touch "$project/tools/launcher/target"
steadymi
check 'no folder for the build: one line' one_line "$err" 'nothing can be written'

project="$scratch/one, two"
target=$project/tools/launcher/target/quick
new_project
steadymi
steadymi
check 'a comma in the path of the project does not build again' is "$(builds)" 1
project="$scratch/a project"
target=$project/tools/launcher/target/quick

new_project
FAKE_SECONDS=1 steadymi first &
FAKE_SECONDS=1 steadymi second
wait
check 'of two first uses at once, one builds' is "$(builds)" 1

new_project
FAKE_PATH=$scratch/maven:$scratch/bin steadymi
check 'no Java: exit code 2' is "$code" 2
check 'no Java: one line' one_line "$err" 'install a JDK 17 or newer'
FAKE_JAVA=11.0.2 steadymi
check 'old Java: exit code 2' is "$code" 2
check 'old Java: one line' one_line "$err" 'install a JDK 17 or newer'
FAKE_JAVA=1.8.0_402 steadymi
check 'very old Java: one line' one_line "$err" 'install a JDK 17 or newer'
FAKE_JAVA=25 steadymi
check 'new Java' is "$code" 0
JAVA_TOOL_OPTIONS=-Xmx4gb steadymi
check 'wrong options of Java: exit code 2' is "$code" 2
check 'wrong options of Java: one line' one_line "$err" 'JDK_JAVA_OPTIONS: Invalid maximum heap size: -Xmx4gb'
JAVA_TOOL_OPTIONS=-Xmx4g steadymi
check 'other options of Java' is "$code" 0
JAVA_HOME="$scratch/none" steadymi
check 'wrong JAVA_HOME: one line' one_line "$err" "JAVA_HOME is $scratch/none"
FAKE_PATH=$scratch/maven:$scratch/bin JAVA_HOME="$scratch/jdk" steadymi
check 'JAVA_HOME without java on the path' is "$code" 0

new_project
FAKE_PATH=$scratch/jdk/bin:$scratch/bin steadymi
check 'no Maven: exit code 2' is "$code" 2
check 'no Maven: one line' one_line "$err" 'install Maven 3.8 or newer'
FAKE_MAVEN=3.6.3 steadymi
check 'old Maven: one line' one_line "$err" 'found Maven 3.6; install Maven 3.8 or newer'
FAKE_MAVEN=3.10.1 steadymi
check 'Maven 3.10' is "$code" 0
new_project
FAKE_MAVEN=4.0.0 steadymi
check 'Maven 4' is "$code" 0
FAKE_PATH=$scratch/jdk/bin:$scratch/bin steadymi
check 'no Maven is needed once it is built' is "$code" 0
new_project
mv "$scratch/jdk/bin/javac" "$scratch/javac"
steadymi
check 'a JRE: one line' one_line "$err" 'install a JDK 17 or newer, not only a JRE'

printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
