const ROLE: &str = catalog::include_policy!("policies/role.json");
const TYPO: &str = catalog::include_policy!("policies/role.json", kind = "trsut", denywarnings);

fn main() {
    println!("{ROLE}{TYPO}");
}
