//! Measures the size of programs that use `catalog`, optimized and stripped, in bytes above the size of an empty
//! program.

use std::fs::{copy, create_dir_all, metadata, write};

mod compile;
#[path = "../../catalog/benches/ratio/mod.rs"]
mod ratio;

use compile::{Result, cargo, folder, root, run};

/// A program: its name, its description, its limit in bytes above the empty program, and its body. Its inputs and
/// outputs are hidden from the compiler, so that the whole service is linked. It prints nothing, because the code for
/// printing would add to the size.
const PROGRAMS: &[(&str, &str, Option<u32>, &str)] = &[
    ("name", "one name of ses, written by action!", Some(10_000), r#"give(take(action!("ses:SendEmail")).name());"#),
    ("names", "every name of s3", Some(10_000), "give(take(s3::Action::GetObject).name());"),
    ("parse_ses", "names of ses, parsed", Some(25_000), "give(take(TEXT).parse::<ses::Action>());"),
    ("parse_s3", "names of s3, parsed", Some(25_000), "give(take(TEXT).parse::<s3::Action>());"),
    ("levels_s3", "access levels of s3", Some(10_000), "give(take(s3::Action::GetObject).access_levels());"),
    ("facts_ses", "facts of ses", Some(25_000), "facts!(take(ses::Action::SendEmail));"),
    ("facts_s3", "facts of s3", Some(10_000), "facts!(take(s3::Action::GetObject));"),
    (
        "both_s3",
        "names of s3, parsed, and facts",
        Some(40_000),
        "if let Ok(action) = take(TEXT).parse::<s3::Action>() { facts!(action); }",
    ),
    (
        "both_ec2",
        "names of ec2, the largest, parsed, and facts",
        Some(75_000),
        "if let Ok(action) = take(TEXT).parse::<ec2::Action>() { facts!(action); }",
    ),
    ("any", "names of every service, parsed", None, "give(take(TEXT).parse::<AnyAction>());"),
];

const BEGINNING: &str = r#"#![allow(unused)]
use std::hint::black_box as take;
use catalog::{AnyAction, action, ec2, s3, ses};
const TEXT: &str = "ses:SendEmail";
fn give<T>(value: T) { take(value); }
macro_rules! facts { ($action:expr) => {{
    let action = $action;
    give((action.access_levels(), action.is_permission_only()));
    action.resource_types().iter().for_each(give);
    action.condition_keys().iter().for_each(give);
}} }
"#;

fn main() -> Result<()> {
    let folder = folder("size")?;
    let source = folder.join("src/bin");
    create_dir_all(&source)?;
    let manifest = format!(
        "[package]\nname = \"size\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
         [dependencies]\ncatalog = {{ path = '{}' }}\n\n[profile.release]\nstrip = true\n",
        root().join("catalog").canonicalize()?.display()
    );
    write(folder.join("Cargo.toml"), manifest)?;
    // Use the dependency versions of the workspace.
    copy(root().join("Cargo.lock"), folder.join("Cargo.lock"))?;
    write(source.join("empty.rs"), "fn main() {}\n")?;
    for (name, _, _, body) in PROGRAMS {
        write(source.join(format!("{name}.rs")), format!("{BEGINNING}fn main() {{ {body} }}\n"))?;
    }
    let mut build = cargo();
    build.arg(if ratio::measuring() { "build" } else { "check" }).current_dir(&folder);
    if !ratio::measuring() {
        // Share the target directory of the other benchmarks.
        run(build.arg("--target-dir").arg(compile::folder("compile")?))?;
        return Ok(());
    }
    run(build.args(["--release", "--target-dir", "target"]))?;

    let bytes = |name: &str| -> Result<u32> {
        let program = folder.join("target/release").join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
        Ok(u32::try_from(metadata(program)?.len())?)
    };
    let empty = bytes("empty")?;
    println!("the empty program: {empty} bytes");
    for (name, what, bar, _) in PROGRAMS {
        let more = bytes(name)?.saturating_sub(empty);
        match bar {
            Some(bar) => {
                let ratio = f64::from(more) / f64::from(*bar);
                ratio::report(&format!("size, {what} / bar"), ratio, Some(1.0), &format!("{more} of {bar} bytes"));
            }
            None => println!("size, {what}: {more} bytes"),
        }
    }
    Ok(())
}
