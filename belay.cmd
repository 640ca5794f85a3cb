@echo off
rem Starts the belay command on Windows; builds it first where it is missing. Nobody has tried this file yet: please tell
rem what happened. To build again after a change, delete cli\target\launch.
setlocal
set ROOT=%~dp0
set LAUNCH=%ROOT%cli\target\launch
set JAVA=java
if defined JAVA_HOME set JAVA=%JAVA_HOME%\bin\java
"%JAVA%" --version 2>nul | findstr /r /c:" 2[5-9]" /c:" [3-9][0-9]" >nul
if errorlevel 1 (
    echo Belay needs a JDK 25 or newer. Install one and set JAVA_HOME to its directory. 1>&2
    exit /b 1
)
if exist "%LAUNCH%\stamp" goto run
where mvn >nul 2>nul
if errorlevel 1 (
    echo Belay builds itself on first use and needs Maven ^(3.8 or newer^) on the PATH for that. 1>&2
    exit /b 1
)
echo Building Belay; the next start will be quick. 1>&2
pushd "%ROOT%"
call mvn -B -q -pl cli -am -DskipTests -Dquick -Dlaunch package 1>&2
set BUILT=%errorlevel%
popd
if not "%BUILT%"=="0" (
    echo The build failed. 1>&2
    exit /b 1
)
echo built > "%LAUNCH%\stamp"
:run
for %%J in ("%LAUNCH%\belay-cli-*.jar") do set JAR=%%~fJ
"%JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -p "%LAUNCH%\lib;%JAR%" -m dev.belay.cli/dev.belay.cli.Main %*
exit /b %errorlevel%
