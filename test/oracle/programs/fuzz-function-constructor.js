// What is wrong with the text given to Function().
const t=(...a)=>{try{console.log(String(new Function(...a)))}catch(e){console.log(e.name,e.message)}};
t('%','x');t('a){ b','');t('a) { } function b(','');t('a','})(');t('/*','*/){');t('a,','1');t('a b','1');t('a=1)','1');t('a, %','');t('a, b c','');t('[a] = 1 2','');t("'1,2'",'x');t('1','x');t('a','%');t(')','');t('{','}');t('x = (1)','return x');
