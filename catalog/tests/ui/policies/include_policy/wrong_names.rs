const POLICY: &str = catalog::include_policy!("policies/wrong_names.json");

fn main() {
    println!("{POLICY}");
}
