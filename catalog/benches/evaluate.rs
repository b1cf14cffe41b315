//! Measures decisions about requests: with compiled policies, without, and from the text of the policies. Also measures
//! how the work grows.
//!
//! The policies are the ten of median size in `managed` of the directory that `CATALOG_POLICIES` names, or ten policies made from the
//! catalog. `CATALOG_PEERS` names the directory with the other evaluator: see BENCHMARKS.md.

use std::{env, fmt::Write as _, fs, hint::black_box, io, path::Path, process::Command, time::Duration};

use catalog::policy::evaluate::{EvaluationPolicy, Policies, UntypedRequest};

mod ratio;

/// The number of policies of a decision.
const POLICIES: usize = 10;

/// The principal of each request.
const PRINCIPAL: &str = "arn:aws:iam::111122223333:user/ann";

/// The actions and resources of the requests.
const REQUESTS: &[(&str, &str)] = &[
    ("s3:GetObject", "arn:aws:s3:::reports/2026/november.csv"),
    ("ses:SendEmail", "arn:aws:ses:eu-west-1:111122223333:identity/example.com"),
    ("ec2:DescribeInstances", "*"),
    ("iam:PassRole", "arn:aws:iam::111122223333:role/mailer"),
    ("logs:PutLogEvents", "arn:aws:logs:eu-west-1:111122223333:log-group:mail:log-stream:a"),
    ("kms:Decrypt", "arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-555555555555"),
    ("sqs:SendMessage", "arn:aws:sqs:eu-west-1:111122223333:mail"),
    ("dynamodb:GetItem", "arn:aws:dynamodb:eu-west-1:111122223333:table/mail"),
    ("cloudwatch:PutMetricData", "*"),
    ("lambda:InvokeFunction", "arn:aws:lambda:eu-west-1:111122223333:function:mailer"),
];

/// The number of decisions that are measured together.
const DECISIONS: u32 = 10_000;

fn main() -> io::Result<()> {
    let texts = match env::var_os("CATALOG_POLICIES") {
        Some(folder) => chosen(&Path::new(&folder).join("managed"))?,
        None => made(),
    };
    let Ok(requests) = requests() else { return Err(io::Error::other("a request is not valid")) };
    let policies = policies(&texts);
    let compiled = policies.clone().compile();
    let each = |decide: &dyn Fn(&UntypedRequest)| {
        let all = requests.iter().cycle().take(if ratio::measuring() { DECISIONS as usize } else { 10 });
        ratio::time(|| all.for_each(decide)) / DECISIONS
    };
    let with_compiled = || each(&|request| _ = black_box(compiled.decide(request).outcome()));
    let without = || each(&|request| _ = black_box(policies.decide(request).outcome()));
    let limit = |what: &str, bar: u64, run: &dyn Fn() -> Duration| {
        ratio::limit(&format!("{what} over {POLICIES} policies / bar"), Duration::from_nanos(bar), run);
    };
    limit("a decision with compiled policies", 2_000, &with_compiled);
    ratio::ratio("a decision without compiling / with compiled policies", None, without, with_compiled);
    let from_text =
        || ratio::time(|| requests.iter().for_each(|one| _ = black_box(self::policies(&texts).decide(one).outcome())));
    limit("a decision from the text of the policies", 100_000, &|| {
        from_text() / u32::try_from(requests.len()).unwrap_or(1)
    });
    growth();
    match env::var_os("CATALOG_PEERS") {
        Some(peers) => against(peers.as_ref(), &texts, with_compiled, without)?,
        None => eprintln!("skipped: set CATALOG_PEERS to compare with another evaluator"),
    }
    Ok(())
}

fn requests() -> Result<Vec<UntypedRequest>, catalog::policy::evaluate::RequestPrincipalError> {
    let request = |(action, resource): &(&str, &str)| {
        let request = UntypedRequest::new(PRINCIPAL.parse()?, action).on(resource);
        Ok(request.with("aws:SecureTransport", true).with("aws:SourceIp", "203.0.113.7"))
    };
    REQUESTS.iter().map(request).collect()
}

fn policies(texts: &[String]) -> Policies {
    let read = texts.iter().filter_map(|text| EvaluationPolicy::from_json(text).ok());
    read.fold(Policies::new(), Policies::identity)
}

/// Reads the policies of median size in a directory.
fn chosen(folder: &Path) -> io::Result<Vec<String>> {
    let texts: io::Result<Vec<String>> = fs::read_dir(folder)?.map(|entry| fs::read_to_string(entry?.path())).collect();
    let mut texts = texts?;
    texts.sort_by(|one, other| one.len().cmp(&other.len()).then_with(|| one.cmp(other)));
    let before = texts.len().saturating_sub(POLICIES) / 2;
    Ok(texts.into_iter().skip(before).take(POLICIES).collect())
}

/// Creates policies from the catalog: each has five actions of four services, a pattern and a condition.
fn made() -> Vec<String> {
    let services: Vec<_> = catalog::services().collect();
    let policy = |services: &[catalog::Service]| {
        let mut statements = String::new();
        for service in services.iter().take(4) {
            let prefix = service.prefix();
            let actions: Vec<String> = service.actions().take(5).map(|action| format!("\"{action}\"")).collect();
            // Writing to a string does not fail.
            let _ = write!(
                statements,
                r#"{{"Effect": "Allow", "Action": [{}], "Resource": "arn:aws:{prefix}:*:111122223333:*"}},
                   {{"Effect": "Deny", "Action": "{prefix}:Delete*", "Resource": "*",
                     "Condition": {{"Bool": {{"aws:SecureTransport": "false"}}}}}},"#,
                actions.join(", ")
            );
        }
        format!(r#"{{"Version": "2012-10-17", "Statement": [{}]}}"#, statements.trim_end_matches(','))
    };
    services.chunks(services.len().div_ceil(POLICIES)).map(policy).collect()
}

/// Compares twice the statements, and twice the resources, with half as many.
fn growth() {
    let statement = r#"{"Effect": "Allow", "Action": "s3:Put*", "Resource": "arn:aws:s3:::*-reports/*/x"},"#;
    let decide = |statements: usize, resources: usize| {
        let text = format!(r#"{{"Statement": [{}]}}"#, statement.repeat(statements).trim_end_matches(','));
        let policies = policies(&[text]);
        let Ok(principal) = PRINCIPAL.parse() else { return Duration::ZERO };
        let request = UntypedRequest::new(principal, "s3:PutObject");
        let request =
            (0..resources).fold(request, |request, number| request.on(&format!("arn:aws:s3:::a-{number}/b/c")));
        ratio::time(|| _ = black_box(policies.decide(&request).outcome()))
    };
    let twice = |what: &str, more: &dyn Fn() -> Duration, fewer: &dyn Fn() -> Duration| {
        ratio::ratio(&format!("a decision with twice the {what} / with half as many"), Some(2.5), more, fewer);
    };
    twice("statements", &|| decide(20_000, 1), &|| decide(10_000, 1));
    twice("resources", &|| decide(10, 2_000), &|| decide(10, 1_000));
}

/// Compares with an evaluator in another language. It measures the time inside its own process.
fn against(
    peers: &Path,
    texts: &[String],
    compiled: impl Fn() -> Duration,
    uncompiled: impl Fn() -> Duration,
) -> io::Result<()> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/evaluate/with_iam_simulate.mjs");
    let peers = peers.canonicalize()?;
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("evaluate");
    fs::create_dir_all(&folder)?;
    for (number, text) in texts.iter().enumerate() {
        fs::write(folder.join(format!("{number}.json")), text)?;
    }
    let requests: Vec<String> = REQUESTS.iter().map(|(action, resource)| format!("{action} {resource}")).collect();
    let peer = || {
        let mut command = Command::new("node");
        command.arg(&script).arg(&peers).arg(&folder).arg(PRINCIPAL).args(&requests);
        let output = command.output().ok().and_then(|output| String::from_utf8(output.stdout).ok());
        let seconds = output.and_then(|text| text.trim().parse().ok());
        seconds.map_or(Duration::ZERO, Duration::from_secs_f64)
    };
    if ratio::measuring() {
        if peer() == Duration::ZERO {
            eprintln!("skipped: `@cloud-copilot/iam-simulate` is not installed in the directory of CATALOG_PEERS");
            return Ok(());
        }
        ratio::ratio("a decision, @cloud-copilot/iam-simulate / catalog with compiled policies", None, peer, compiled);
        ratio::ratio("a decision, @cloud-copilot/iam-simulate / catalog without compiling", None, peer, uncompiled);
    }
    Ok(())
}
