//! Measures the check of whole policies: against the time to parse their JSON, against other checkers, and with hostile
//! input that is slow to check.
//!
//! The policies are those in `managed` of the directory that `CATALOG_POLICIES` names, or policies made from the
//! catalog. `CATALOG_PEERS` names the directory with the other checkers: see BENCHMARKS.md.

use std::{
    env, fs,
    hint::black_box,
    io,
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

use catalog::policy::{self, Config, Group, PolicyKind};
use catalog_core::{arn::ArnFormat, wildcard};

mod ratio;

fn main() -> io::Result<()> {
    let texts = match env::var_os("CATALOG_POLICIES") {
        Some(folder) => read(&Path::new(&folder).join("managed"))?,
        None => made(),
    };
    let config = Config::new();
    let check = || ratio::time(|| texts.iter().for_each(|text| _ = black_box(count(text, &config))));
    check();
    ratio::ratio("check policies, catalog / parsing the JSON with serde_json", None, check, || {
        ratio::time(|| texts.iter().for_each(|text| drop(black_box(serde_json::from_str::<serde_json::Value>(text)))))
    });
    let every_rule = Group::ALL.iter().fold(Config::new(), |config, group| config.warn(*group));
    let check_all = || ratio::time(|| texts.iter().for_each(|text| _ = black_box(count(text, &every_rule))));
    ratio::ratio("check policies, all rules on / rules that are on by default", None, check_all, check);
    let name = format!("check {} policies with all rules on, catalog / bar", texts.len());
    ratio::limit(&name, Duration::from_millis(70), check_all);
    match (env::var_os("CATALOG_PEERS"), env::var_os("CATALOG_POLICIES")) {
        (Some(peers), Some(policies)) => against(peers.as_ref(), &Path::new(&policies).join("managed"), check)?,
        _ => eprintln!("skipped: set CATALOG_PEERS and CATALOG_POLICIES to compare with other checkers"),
    }
    hostile();
    Ok(())
}

/// Returns the number of findings.
fn count(text: &str, config: &Config) -> usize {
    policy::check(text, PolicyKind::Identity, config).len()
}

/// Reads the policies in a directory and its subdirectories.
fn read(folder: &Path) -> io::Result<Vec<String>> {
    let mut texts = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            texts.extend(read(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "json") {
            texts.push(fs::read_to_string(path)?);
        }
    }
    Ok(texts)
}

/// Creates one policy per service, with the names of five actions and one pattern.
fn made() -> Vec<String> {
    let policy = |service: catalog::Service| {
        let actions: Vec<String> = service.actions().take(5).map(|action| format!("\"{action}\"")).collect();
        let actions = actions.join(", ");
        let prefix = service.prefix();
        format!(
            r#"{{"Version": "2012-10-17", "Statement": [
                {{"Effect": "Allow", "Action": [{actions}], "Resource": "arn:aws:{prefix}:*:111122223333:*"}},
                {{"Effect": "Deny", "Action": "{prefix}:*", "Resource": "*",
                  "Condition": {{"Bool": {{"aws:SecureTransport": "false"}}}}}}]}}"#
        )
    };
    catalog::services().map(policy).collect()
}

/// Compares with checkers in other languages. Each measures the time inside its own process, so the start of the
/// process does not count.
fn against(peers: &Path, policies: &Path, check: impl Fn() -> Duration) -> io::Result<()> {
    let (peers, policies) = (peers.canonicalize()?, policies.canonicalize()?);
    let script = |name: &str| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("benches/policies").join(name);
    let time = |command: &mut Command| {
        let seconds =
            command.output().ok().and_then(|output| String::from_utf8(output.stdout).ok()?.trim().parse().ok());
        seconds.map_or(Duration::ZERO, Duration::from_secs_f64)
    };
    let parliament =
        || time(Command::new(peers.join("venv/bin/python")).arg(script("with_parliament.py")).arg(&policies));
    let structure = || time(Command::new("node").arg(script("with_iam_policy.mjs")).arg(&peers).arg(&policies));
    for (what, bar, peer) in [
        ("parliament, which also knows actions", Some(1.0), &parliament as &dyn Fn() -> Duration),
        ("@cloud-copilot/iam-policy, which knows no names", None, &structure),
    ] {
        // The time is zero if the checker is not installed.
        if ratio::measuring() && peer() > Duration::ZERO {
            ratio::ratio(&format!("check policies, catalog / {what}"), bar, &check, peer);
        }
    }
    Ok(())
}

/// Measures the slowest kinds of input. Compares the time of input of twice the size with the time of the input.
fn hostile() {
    let doubled = |what: &str, bar: f64, run: &dyn Fn(usize) -> Duration| {
        ratio::ratio(&format!("{what}, twice the input / the input"), Some(bar), || run(2), || run(1));
    };
    // The time is at most proportional to the product of the lengths of pattern and name, so twice the size takes 4
    // times as long.
    doubled("a name against `*a*a…*b`", 4.5, &|times| {
        let (pattern, name) = ("*a".repeat(2_000 * times) + "b", "a".repeat(4_000 * times));
        ratio::time(|| {
            black_box(wildcard::matches(black_box(&pattern), black_box(&name)));
        })
    });
    let format = ArnFormat::new("arn:${Partition}:s3:::${BucketName}/${ObjectName}");
    doubled("an ARN format against `*a*a…*b`", 2.5, &|times| {
        let pattern = format!("arn:aws:s3:::{}b", "*a".repeat(20_000 * times));
        ratio::time(|| {
            black_box(format.map(|format| format.overlaps(black_box(&pattern))).ok());
        })
    });
    doubled("thousands of statements", 2.5, &|times| {
        let statement = r#"{"Effect": "Deny", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::bucket/*"},"#;
        let statements = statement.repeat(10_000 * times);
        let policy = format!(r#"{{"Version": "2012-10-17", "Statement": [{}]}}"#, statements.trim_end_matches(','));
        ratio::time(|| {
            black_box(count(&policy, &Config::new()));
        })
    });
}
