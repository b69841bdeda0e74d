import { wordSet } from "./word-set";

/** First names from around the world that are hardly ever anything else, written without accents too. */
export const worldNames = wordSet(`
  abdul abdulaziz abdulrahman abena abimbola abiodun abiola adaeze adebayo adebola adeola
  adetokunbo adewale adunni afolabi aikaterini aiko aino aleksandra alhassan aliyah aliyu amadou
  amara ambika aminata anastasios andrzej aneta anh aniket anil anirudh ankit ankita ankur anuja
  anuradha aoife apinya apostolos archana arvind ashok ashwin aslaug atsushi ayodele ayumi azadeh
  babajide babatunde balazs bambang beata begum bengt bhavani bhavna biljana birgit birgitta
  bjarne bjorn boglarka boglárka bojan bolanle bongani boris borislav branislav branko bukola
  bunmi burak caoimhe catalina cheikh chiamaka chiara chibuzo chidi chidiebere chidinma chijioke
  chika chinedu chinonso chinwe chinyere chioma chukwudi chukwuemeka ciaran cigdem constantin
  corneliu csaba cuong dagmar daiki daisuke damilola daniil danilo darius dariusz deepak deepika
  dejan desislava dhananjay dhruv dilip dimitra dimitrios dinesh diyar dmytro dorota dragan ebele
  ebru eduard efua eilidh einar ejike ekaterina ekene elif elzbieta emeka emre enrique eoghan eoin
  erdem ernesto eszter etienne evangelos eyal ezgi ezinne farhad farid farida fatemeh fatma
  fatoumata ferenc fernanda folake folasade francisca frantisek fredrik fumiko funmilayo gabor
  ganesh gaurav gauri georgios gerardo ghada gintaras giorgos gitte goran grzegorz guilherme
  gulsen gunnar gyorgy hadiza hakan halima hamza haruka haruki hideki hideo hiroko hitomi hyun
  hyunjin ifeanyi ifeoma ignacio igor ikechukwu ikram ilse imran indira inga ioana ioannis irfan
  istvan itzel iulia ivana iveta jacek jadwiga jaroslav jaroslaw jasmina javad jelena jerzy jiho
  jihoon jinyoung jisoo jiwoo joanna joao joaquim joaquin jolanta jovan jozef juha jukka junichi
  kaan kamala kamila kanako karolina kartik kateryna kaustubh kazimierz kazuki kazuo kehinde keiko
  keisuke kemal khadija khanh kiran kofi kojo konstantin konstantinos kristof kristoffer ksenia
  kunal kwabena kwaku kwame kwasi kyung laszlo leila lerato leszek leticia lidija linh ljubica
  lubomir lucie lukasz lwazi lyudmila maciej maelle magnus mahesh makoto malgorzata malik mamadou
  manish manjula manoj marek mariam maribel marija mariusz marzena masako masato mayumi
  mbali meera meghana mehdi mekonnen merve midori mihaela milica miloslav miloš minh minho minseo
  mirjam miroslav mitsuko mohamad mohammadreza moussa muhammed mustafa nadezhda nadia naledi
  nandini narendra naveen navid nazli neeraj nguyen nicolae nikola nikolaos nikolaus nikos nilufer
  nirmala nisha nithya njoki ngozi nkechi nkem nkosinathi nomvula nthabiseng nuno oksana olamide
  olayinka oleg oleksandr oleksii olena olufemi olumide oluwadamilare oluwafemi oluwaseun
  oluwaseyi oluwatobi onyeka orla oskari ozgur padma padraig panagiotis pankaj parisa pavol pekka
  phuong pinar pradeep prakash pranav prasad prashant pratik praveen predrag priyanka przemyslaw
  quang quoc rachid radek radoslaw rafal raghav ragnar rajiv rakesh ramon rashid ravi ravindra reza rina
  rohan rohit ruslan ryszard sachin sadio saeed salma sanjana sanjeev santosh saoirse sapna
  saskia saurabh sayed sbusiso seppo sergio setareh shabnam shantanu shinji shirin shivani shruti
  shweta sibusiso siddharth sigrid sindre sinead siobhan sipho slawomir slobodan snehal sofiane
  solveig soren srinivasan stanislav stanislaw stavros stelios stojan subramaniam sudhir sumit
  sunita sushma swati sylwia szymon tadeusz taiwo takeshi takumi tamas tamsin tapio temitope
  tendai teppo tetiana thabo thandeka thandiwe thandolwethu thanh themba thiago thibault thuy tihomir tinashe
  tobiloba tomas tomoko torsten toshiro trang tsvetan tuan tuncay uchenna ugochukwu unathi usha
  vaclav vaibhav valentin vanja vasilis veena venkat venkatesh vesna vidya vikas viktor viktoria
  vinay vinod vishal vivek vladislav vlastimil volodymyr vuyo wanjiku wanjiru wiktor witold xiaoli
  xiaoming yael yannick yasemin yashwant yasuhiro yetunde yewande yiannis yosef yoshiko younes
  yousef yui yuichi yuko yuriy yuto yves zanele zbigniew zeynep zhen zofia zoltan zorica zsofia
  zsuzsanna zubair
`);
