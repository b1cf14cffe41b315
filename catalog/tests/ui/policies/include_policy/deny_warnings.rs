const BROAD: &str = catalog::include_policy!("policies/broad.json", deny_warnings);

fn main() {
    println!("{BROAD}");
}
