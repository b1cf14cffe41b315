//! Lists what a pattern stands for: `cargo run --example what_can -- "ses:Get*"`.

use std::{env, process::ExitCode};

fn main() -> ExitCode {
    let pattern = env::args().nth(1).unwrap_or_else(|| "ses:Send*".to_owned());
    let actions = match catalog::expand(&pattern) {
        Ok(actions) => actions,
        Err(error) => {
            eprintln!("error: {error}");
            return ExitCode::FAILURE;
        }
    };
    let mut count = 0;
    for action in actions {
        count += 1;
        println!("{action:45} {}", action.description().unwrap_or_default());
    }
    println!("`{pattern}` stands for {count} actions");
    ExitCode::SUCCESS
}
