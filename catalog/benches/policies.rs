//! Checking whole policies: how much longer than reading their JSON it takes, against other checkers, and where somebody
//! wants it to be slow.
//!
//! The policies are those of `managed` in the folder that `CATALOG_POLICIES` names, else some made from the catalog.
//! The other checkers are those of the folder that `CATALOG_PEERS` names: BENCHMARKS.md says how to fill it.

use std::{
    env, fs,
    hint::black_box,
    io,
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

use catalog::policy::{self, Config, PolicyKind};
use catalog_core::{arn::ArnFormat, wildcard};

mod ratio;

fn main() -> io::Result<()> {
    let texts = match env::var_os("CATALOG_POLICIES") {
        Some(folder) => read(&Path::new(&folder).join("managed"))?,
        None => made(),
    };
    let check = || ratio::time(|| texts.iter().for_each(|text| _ = black_box(check(text))));
    check();
    ratio::ratio("check policies, catalog / reading the JSON by serde_json", None, check, || {
        ratio::time(|| texts.iter().for_each(|text| drop(black_box(serde_json::from_str::<serde_json::Value>(text)))))
    });
    ratio::limit(&format!("check {} policies, catalog / bar", texts.len()), Duration::from_millis(100), check);
    match (env::var_os("CATALOG_PEERS"), env::var_os("CATALOG_POLICIES")) {
        (Some(peers), Some(policies)) => against(peers.as_ref(), &Path::new(&policies).join("managed"), check)?,
        _ => eprintln!(
            "skipped: CATALOG_PEERS and CATALOG_POLICIES name no other checkers, or nothing for them to check"
        ),
    }
    hostile();
    Ok(())
}

fn check(text: &str) -> usize {
    policy::check(text, PolicyKind::Identity, &Config::new()).len()
}

/// The policies below a folder.
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

/// A policy a service: five actions, each named, and one pattern.
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

/// Against checkers of other languages, each with its time inside its own process: none of them has to start.
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
        ("parliament, which knows actions, too", Some(1.0), &parliament as &dyn Fn() -> Duration),
        ("@cloud-copilot/iam-policy, which knows no names", None, &structure),
    ] {
        // One that is not there takes no time.
        if ratio::measuring() && peer() > Duration::ZERO {
            ratio::ratio(&format!("check policies, catalog / {what}"), bar, &check, peer);
        }
    }
    Ok(())
}

/// What takes the longest: twice as much of it must not take much more than the bar says.
fn hostile() {
    let doubled = |what: &str, bar: f64, run: &dyn Fn(usize) -> Duration| {
        ratio::ratio(&format!("{what}, twice as much / as much"), Some(bar), || run(2), || run(1));
    };
    // At most the product of the two lengths.
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
    doubled("statements in their thousands", 2.5, &|times| {
        let statement = r#"{"Effect": "Deny", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::bucket/*"},"#;
        let statements = statement.repeat(10_000 * times);
        let policy = format!(r#"{{"Version": "2012-10-17", "Statement": [{}]}}"#, statements.trim_end_matches(','));
        ratio::time(|| {
            black_box(check(&policy));
        })
    });
}
