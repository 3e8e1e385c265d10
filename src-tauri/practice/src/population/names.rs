//! The names that invented people draw, in alphabetical order, on which the orders of lists rest.

/// Given names.
#[rustfmt::skip]
pub(super) const GIVEN_NAMES: [&str; 216] = [
    "Ada", "Adam", "Adele", "Agnes", "Ahmed", "Aiko", "Alan", "Alba", "Alejandra", "Alex", "Alice", "Alma",
    "Amara", "Amir", "Ana", "Anabel", "Andre", "Anita", "Anna", "Anton", "Arjun", "Arne", "Asha", "Astrid",
    "Aurora", "Axel", "Ayse", "Beatriz", "Ben", "Bianca", "Bjorn", "Boris", "Brigitte", "Bruno", "Camille",
    "Carla", "Carlos", "Carmen", "Cecile", "Celia", "Cem", "Chen", "Chiara", "Chinwe", "Clara", "Claudio",
    "Dagmar", "Daniel", "Daria", "David", "Deniz", "Diana", "Diego", "Dimitri", "Dina", "Dora", "Eduardo",
    "Elena", "Eli", "Elif", "Elina", "Elsa", "Emil", "Emma", "Enzo", "Erik", "Esra", "Esther", "Eva",
    "Fabian", "Farid", "Fatima", "Felix", "Fiona", "Flora", "Frank", "Freya", "Gabriel", "Gaia", "George",
    "Gina", "Greta", "Gustav", "Hana", "Hannah", "Hans", "Harper", "Hassan", "Hedda", "Helen", "Henrik",
    "Hugo", "Ian", "Ibrahim", "Ida", "Igor", "Ilse", "Imran", "Ines", "Ingrid", "Irene", "Isaac", "Isla",
    "Ivan", "Ivana", "Jack", "Jakob", "Jamal", "Jana", "Jasmin", "Javier", "Jens", "Joan", "Joel",
    "Johanna", "Jonas", "Jorge", "Jose", "Judith", "Julia", "Jun", "Kai", "Kamal", "Karin", "Karl", "Katya",
    "Keiko", "Kemal", "Klara", "Kofi", "Lara", "Lars", "Laura", "Layla", "Leila", "Lena", "Leo", "Leon",
    "Lina", "Linh", "Liv", "Lorenzo", "Louis", "Lucia", "Ludwig", "Luis", "Luna", "Maja", "Malik", "Manuel",
    "Marek", "Maria", "Marina", "Mario", "Marta", "Martin", "Matteo", "Maya", "Mei", "Mila", "Milan",
    "Mina", "Mira", "Miriam", "Mona", "Nadia", "Naomi", "Nia", "Nico", "Nina", "Noah", "Noor", "Nora",
    "Olaf", "Olga", "Oliver", "Omar", "Otto", "Pablo", "Paula", "Pavel", "Pedro", "Petra", "Philip", "Pia",
    "Priya", "Quentin", "Rafael", "Ravi", "Rita", "Robert", "Rosa", "Ruth", "Sam", "Samira", "Sandra",
    "Sara", "Sven", "Tamar", "Tara", "Tarek", "Theo", "Tilda", "Tom", "Uma", "Ursula", "Vera", "Victor",
    "Wei", "Willa", "Xenia", "Yara", "Yuki", "Yusuf", "Zara", "Zoe",
];

/// Family names.
#[rustfmt::skip]
pub(super) const FAMILY_NAMES: [&str; 264] = [
    "Abbas", "Abe", "Adler", "Aguilar", "Ahmed", "Akhtar", "Alami", "Almeida", "Alvarez", "Andersen",
    "Aoki", "Arslan", "Baker", "Bauer", "Becker", "Bell", "Benitez", "Berg", "Bianchi", "Blanc", "Boateng",
    "Bondar", "Borg", "Brandt", "Braun", "Brown", "Bruun", "Cabrera", "Campos", "Carter", "Castro", "Cerny",
    "Chan", "Chavez", "Chen", "Cohen", "Conti", "Costa", "Cruz", "Dahl", "Daniels", "Dekker", "Delgado",
    "Demir", "Diallo", "Dias", "Diaz", "Dietrich", "Dixon", "Dogan", "Duarte", "Dubois", "Dvorak",
    "Eberhart", "Eder", "Egger", "Eklund", "Ellis", "Engel", "Eriksen", "Esposito", "Evans", "Faber",
    "Farouk", "Fernandes", "Ferrari", "Fischer", "Flores", "Fontaine", "Foster", "Franke", "Fraser",
    "Fuchs", "Fujita", "Garcia", "Gashi", "Gomez", "Goto", "Graf", "Greco", "Green", "Gruber", "Gupta",
    "Haas", "Haddad", "Hall", "Hansen", "Hartmann", "Hassan", "Hayashi", "Heinz", "Heller", "Herrera",
    "Hoang", "Hoffmann", "Holm", "Horvat", "Huber", "Ibrahim", "Ikeda", "Ito", "Ivanov", "Jackson",
    "Jansen", "Jensen", "Jimenez", "Johansson", "Jones", "Joshi", "Jung", "Kaiser", "Kamau", "Kaplan",
    "Karlsson", "Kaya", "Keller", "Khan", "Kim", "Klein", "Kobayashi", "Koch", "Kovac", "Kowalski",
    "Kramer", "Krause", "Kumar", "Lam", "Lang", "Larsen", "Laurent", "Lee", "Lehmann", "Leroy", "Levy",
    "Li", "Lima", "Lind", "Lopez", "Lorenz", "Ludwig", "Lund", "Maier", "Mancini", "Marino", "Marques",
    "Martin", "Martinez", "Matsuda", "Mayer", "Medina", "Mehta", "Mendoza", "Meyer", "Miller", "Molina",
    "Moreau", "Moreno", "Mori", "Moser", "Mueller", "Murphy", "Nagy", "Nair", "Nakamura", "Navarro",
    "Nguyen", "Nielsen", "Nilsson", "Novak", "Nowak", "Nunez", "Obi", "Ocampo", "Odhiambo", "Okafor",
    "Olsen", "Ono", "Ortega", "Ortiz", "Osman", "Otieno", "Pace", "Papadakis", "Park", "Patel", "Pereira",
    "Perez", "Peters", "Petrov", "Pham", "Pinto", "Popov", "Price", "Quinn", "Rahman", "Ramos", "Rao",
    "Reddy", "Reyes", "Ribeiro", "Richter", "Rivera", "Roberts", "Rojas", "Romano", "Rossi", "Roth", "Ruiz",
    "Russo", "Saito", "Salazar", "Salim", "Sanchez", "Santos", "Sasaki", "Sato", "Schmidt", "Schneider",
    "Schulz", "Sharma", "Silva", "Singh", "Smith", "Soares", "Sokolov", "Soto", "Steiner", "Stone",
    "Suzuki", "Tanaka", "Tang", "Taylor", "Thomsen", "Torres", "Tran", "Turner", "Ueda", "Unger", "Urban",
    "Valdez", "Varga", "Vargas", "Vega", "Vogel", "Vogt", "Wagner", "Walker", "Wang", "Watanabe", "Weber",
    "Werner", "White", "Wolf", "Wong", "Wright", "Xu", "Yamada", "Yang", "Yilmaz", "Young", "Zhang", "Zhao",
    "Ziegler", "Zimmer",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_sorted_and_in_plain_letters() {
        for names in [&GIVEN_NAMES[..], &FAMILY_NAMES[..]] {
            assert!(names.is_sorted_by(|one, next| one < next));
            for name in names {
                let (first, rest) = name.split_at(1);
                assert!(first.bytes().all(|letter| letter.is_ascii_uppercase()), "{name}");
                assert!(rest.bytes().all(|letter| letter.is_ascii_lowercase()), "{name}");
            }
        }
    }
}
