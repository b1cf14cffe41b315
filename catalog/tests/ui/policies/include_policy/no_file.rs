const NEAR: &str = catalog::include_policy!("policies/mailr.json");
const FOLDER: &str = catalog::include_policy!("policies");
const WINDOWS: &str = catalog::include_policy!("policies\\mailer.json");
const NONE: &str = catalog::include_policy!();
const VALUE: &str = catalog::include_policy!(NEAR);

fn main() {
    println!("{NEAR}{FOLDER}{WINDOWS}{NONE}{VALUE}");
}
