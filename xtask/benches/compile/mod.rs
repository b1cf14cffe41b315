//! Runs the compiler for benchmarks and measures its time. Builds only under `target/tmp`.

#![allow(dead_code, reason = "no benchmark uses all items")]

use std::error::Error;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use crate::ratio;

/// The result of a step that can end a benchmark early.
pub(crate) type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// Returns the root of the workspace.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Returns a directory for a benchmark. It is kept between runs, so that dependencies are built only once.
pub(crate) fn folder(name: &str) -> io::Result<PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// Returns a command for the cargo that built this benchmark, without incremental compilation.
pub(crate) fn cargo() -> Command {
    let mut command = Command::new(env!("CARGO"));
    command.env("CARGO_INCREMENTAL", "0").env_remove("RUSTFLAGS").arg("--color=never");
    command
}

/// Runs a command and returns its output. Returns an error if the command fails.
pub(crate) fn run(command: &mut Command) -> Result<Output> {
    let output = command.output()?;
    if !output.status.success() {
        let stderr = String::from_utf8_lossy(&output.stderr);
        return Err(format!("{command:?} failed\n{stderr}").into());
    }
    Ok(output)
}

/// The cost of a run of the compiler.
#[derive(Clone, Copy)]
pub(crate) struct Cost {
    /// The processor time of all cores. Other programs on the machine hardly affect it.
    pub(crate) processor: Duration,
    /// The wall-clock time.
    pub(crate) wall: Duration,
}

/// Returns the processor time of all child processes so far, or `None` if the system does not report it.
fn children() -> Option<Duration> {
    #[cfg(unix)]
    {
        use nix::sys::resource::{UsageWho, getrusage};
        use nix::sys::time::TimeValLike as _;
        let usage = getrusage(UsageWho::RUSAGE_CHILDREN).ok()?;
        let micros = (usage.user_time() + usage.system_time()).num_microseconds();
        Some(Duration::from_micros(u64::try_from(micros).ok()?))
    }
    #[cfg(not(unix))]
    None
}

/// Prints the medians of many rounds of both sides: the processor time with its bar, and the wall-clock time.
pub(crate) fn compare(what: &str, bar: Option<f64>, costs: &[(Cost, Cost)]) {
    let print = |kind: &str, bar, time: fn(&Cost) -> Duration| {
        let (ours, theirs) = costs.iter().map(|(ours, theirs)| (time(ours), time(theirs))).unzip();
        ratio::compare(&format!("{what}, {kind} time"), bar, ratio::median(ours), ratio::median(theirs));
    };
    print("processor", bar, |cost| cost.processor);
    print("wall", None, |cost| cost.wall);
}

/// The compiler, and `catalog` with its dependencies in a development build.
pub(crate) struct Compiler {
    rustc: PathBuf,
    out: PathBuf,
    dependencies: PathBuf,
    /// The compiled libraries by crate name: the library, the macros, and their common crate.
    built: Vec<(String, PathBuf)>,
}

impl Compiler {
    /// Builds `catalog` if it is not built yet.
    pub(crate) fn new() -> Result<Self> {
        let target = folder("compile")?;
        let mut command = cargo();
        command.args(["build", "--package=catalog", "--message-format=json", "--target-dir"]).arg(&target);
        command.current_dir(root());
        let mut built = Vec::new();
        for line in String::from_utf8(run(&mut command)?.stdout)?.lines() {
            let message: serde_json::Value = serde_json::from_str(line)?;
            let text = |pointer: &str| message.pointer(pointer).and_then(serde_json::Value::as_str);
            // Skip the macros' own build of the common crate, which has the feature `pack`.
            let packs = message.pointer("/features/0").and_then(serde_json::Value::as_str) == Some("pack");
            if let (Some("compiler-artifact"), Some(name), false) = (text("/reason"), text("/target/name"), packs)
                && let Some(file) = text("/filenames/0")
            {
                built.push((name.replace('-', "_"), PathBuf::from(file)));
            }
        }
        let sysroot = run(Command::new("rustc").args(["--print", "sysroot"]).current_dir(root()))?;
        let sysroot = PathBuf::from(String::from_utf8(sysroot.stdout)?.trim());
        let out = folder("compile/out")?;
        // Do not run the compiler through rustup, which takes extra time.
        Ok(Self { rustc: sysroot.join("bin/rustc"), out, dependencies: target.join("debug/deps"), built })
    }

    /// Compiles a crate as Cargo compiles a dependency for development: not incrementally, and without lints.
    pub(crate) fn compile(&self, source: &Path, name: &str, externs: &[&str]) -> Result<Cost> {
        let mut rustc = Command::new(&self.rustc);
        rustc.args(["--edition=2024", "--crate-type=lib", "--emit=dep-info,metadata,link", "--cap-lints=allow"]);
        rustc.args(["-Cembed-bitcode=no", "-Cdebuginfo=2", "--crate-name", name, "--out-dir"]).arg(&self.out);
        rustc.arg(source).arg("-L").arg(format!("dependency={}", self.dependencies.display()));
        for wanted in externs {
            let found = self.built.iter().find(|(name, _)| name == wanted);
            let (name, path) = found.ok_or_else(|| format!("Cargo built no `{wanted}`"))?;
            rustc.arg("--extern").arg(format!("{name}={}", path.display()));
        }
        let (before, start) = (children(), Instant::now());
        run(&mut rustc)?;
        let wall = start.elapsed();
        let processor = children().zip(before).map_or(wall, |(after, before)| after.saturating_sub(before));
        Ok(Cost { processor, wall })
    }
}
