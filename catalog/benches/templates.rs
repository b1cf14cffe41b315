//! Measures the check of templates of AWS CloudFormation and AWS SAM, against reading the same files.
//!
//! The templates are the files in the directory that `CATALOG_TEMPLATES` names, or templates made from the catalog.

use std::{env, fs, hint::black_box, io, path::Path, time::Duration};

use catalog::policy::{Config, check_file, json, yaml};

mod ratio;

/// The number of bytes in the templates for which the bar of three seconds was set.
const BYTES: f64 = 17e6;

fn main() -> io::Result<()> {
    let texts = match env::var_os("CATALOG_TEMPLATES") {
        Some(folder) => read(Path::new(&folder))?,
        None => made(),
    };
    let bytes: usize = texts.iter().map(String::len).sum();
    let check = || ratio::time(|| texts.iter().for_each(|text| _ = black_box(check_file(text, None, &Config::new()))));
    check();
    ratio::ratio("check templates / reading the files", None, check, || {
        ratio::time(|| texts.iter().for_each(|text| tree(black_box(text))))
    });
    #[expect(clippy::cast_precision_loss, reason = "the number of bytes is small")]
    let bar = Duration::from_secs(3).mul_f64(bytes as f64 / BYTES);
    ratio::limit(&format!("check {} templates of {} KB / bar", texts.len(), bytes / 1000), bar, check);
    Ok(())
}

/// Reads the tree of a file, and does nothing else with it.
fn tree(text: &str) {
    if json::parse(text.as_bytes()).is_err() {
        _ = black_box(yaml::parse(text.as_bytes()));
    }
}

/// Reads the templates in a directory.
fn read(folder: &Path) -> io::Result<Vec<String>> {
    let mut texts = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| ["json", "yaml", "yml"].iter().any(|known| extension == *known)) {
            texts.push(fs::read_to_string(path)?);
        }
    }
    Ok(texts)
}

/// Creates one template per service, with a policy of five actions.
fn made() -> Vec<String> {
    let template = |service: catalog::Service| {
        let actions: Vec<String> = service.actions().take(5).map(|action| format!("'{action}'")).collect();
        let (actions, prefix) = (actions.join(", "), service.prefix());
        format!(
            "Parameters:\n  Name: {{Type: String}}\nResources:\n  Policy:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      \
             PolicyDocument:\n        Version: 2012-10-17\n        Statement:\n        - Effect: Allow\n          \
             Action: [{actions}]\n          \
             Resource: !Sub 'arn:${{AWS::Partition}}:{prefix}:${{AWS::Region}}:${{AWS::AccountId}}:${{Name}}/*'\n"
        )
    };
    catalog::services().map(template).collect()
}
