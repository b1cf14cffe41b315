const MAILER: &str = catalog::include_policy!("policies/typos.json");

fn main() {
    // There is a text all the same, so that nothing is wrong here.
    println!("{}", MAILER.len());
}
